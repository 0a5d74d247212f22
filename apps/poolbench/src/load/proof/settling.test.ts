import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { createRandom } from '../../domain/random.ts';
import { runLoad, type Load, type LoadInterval, type LoadResult } from '../load.ts';
import { createWorkload, type WorkloadSpec } from '../workload.ts';
import { programmedAdapter, type Fate, type ProgrammedAdapter } from './programmed-adapter.ts';
import { createVirtualTime } from './virtual-time.ts';

const one: WorkloadSpec = { name: 'one', operations: [{ statements: [{ text: 'select 1' }] }] };
const two: WorkloadSpec = {
  name: 'two',
  operations: [{ statements: [{ text: 'select 1' }, { text: 'select 2' }] }],
};

interface Run {
  readonly result: LoadResult;
  readonly adapter: ProgrammedAdapter;
  readonly intervals: readonly LoadInterval[];
  /** Milliseconds that it took. */
  readonly took: number;
}

async function run(
  load: Load,
  fates: { acquire?: () => Fate; query?: () => Fate },
  changes: { workload?: WorkloadSpec; stopAt?: number } = {},
): Promise<Run> {
  const time = createVirtualTime();
  const { clock } = time;
  const { acquire = () => ({ after: 0 }), query = () => ({ after: 10 }) } = fates;
  const adapter = programmedAdapter(clock, { acquire, query });
  const intervals: LoadInterval[] = [];
  const stopping = new AbortController();
  if (changes.stopAt !== undefined) clock.at(changes.stopAt, () => stopping.abort());
  const result = await time.until(
    runLoad(
      {
        ...{ adapter, load, seconds: 2, deadlineMs: 100, random: createRandom(1), signal: stopping.signal },
        workload: createWorkload(changes.workload ?? one),
        onInterval: (interval) => intervals.push(interval),
      },
      clock,
    ),
  );
  return { result, adapter, intervals, took: clock.now() };
}

const workers = (count: number): Load => ({ model: 'closed', workers: count });

/** The fates in turn, over and over. */
function inTurn(fates: readonly Fate[]): () => Fate {
  let turn = 0;
  return () => fates[turn++ % fates.length]!;
}

describe('every operation settles', () => {
  const reset = Object.assign(new Error('no'), { code: 'ECONNRESET' });
  const refused = Object.assign(new Error('no'), { severity: 'ERROR', code: '23505' });
  const fate: fc.Arbitrary<Fate> = fc.oneof(
    { weight: 6, arbitrary: fc.integer({ min: 0, max: 250 }).map((after) => ({ after })) },
    fc.integer({ min: 0, max: 150 }).map((after) => ({ after, error: after % 2 === 0 ? reset : refused })),
    fc.constant('silence' as const),
    fc.constant('deaf' as const),
  );
  const load: fc.Arbitrary<Load> = fc.oneof(
    fc.integer({ min: 1, max: 5 }).map(workers),
    fc
      .record({ rate: fc.integer({ min: 1, max: 300 }), maxInFlight: fc.integer({ min: 1, max: 8 }) })
      .map((open): Load => ({ model: 'open', arrivals: 'fixed', ...open })),
  );
  const fates = fc.array(fate, { minLength: 1, maxLength: 12 });

  it('as exactly one of ok, error, timeout, hung and dropped, whatever becomes of it', async () => {
    const runs = fc.asyncProperty(load, fates, fates, fc.boolean(), async (load, waits, answers, long) => {
      const { result, adapter, intervals, took } = await run(
        load,
        { acquire: inTurn(waits), query: inTurn(answers) },
        { workload: long ? two : one },
      );
      const { counts, all, failed, durations, errors } = result;
      const { offered, ok, error, timeout, hung, dropped } = counts;
      expect(ok + error + timeout + hung + dropped).toBe(offered);
      expect([all.count(), failed.count(), durations.response.count()]).toEqual([
        ok + error + timeout + hung,
        error + timeout + hung,
        ok,
      ]);
      expect(Object.values(errors).reduce((sum, count) => sum + count, 0)).toBe(error + timeout + hung);
      // Nothing leaks, not even what was lent too late; the deaf may still be lent one after all is over.
      expect(adapter.lent()).toBe(0);
      expect(intervals.reduce((sum, interval) => sum + interval.counts.offered, 0)).toBe(offered);
      // Seconds, deadline, grace, and a tick for each of the two.
      expect(took).toBeLessThanOrEqual(2000 + 100 + 1000 + 2 * 20);
      // What one observer counted, the other timed.
      expect(result.meanInFlight * result.seconds * 1000).toBeCloseTo(result.busyMs, 3);
    });
    await fc.assert(runs, { numRuns: 60 });
  });
});

describe('an operation that passes its deadline', () => {
  it('has timed out when it fails then, as it should: its connection was given up', async () => {
    const { result, adapter } = await run(workers(1), { query: inTurn([{ after: 10 }, 'silence']) });
    expect(result.errors).toEqual({ deadline: result.counts.timeout });
    expect(result.counts).toMatchObject({ error: 0, hung: 0 });
    expect(adapter.lost).toHaveLength(result.counts.timeout);
    expect(result.failed.percentile(100)).toBeLessThan(125);
  });

  it('has timed out, too, when it is answered after all, and its statement counts as sent', async () => {
    const { result } = await run(workers(1), { query: () => ({ after: 300 }) });
    expect(result.counts.ok).toBe(0);
    expect(result.errors).toEqual({ deadline: result.counts.offered });
    expect(result.sent.get('select 1')).toBe(result.counts.offered);
  });

  it('hangs when it neither answers nor fails even then, and the loop ends all the same', async () => {
    const { result, took } = await run(workers(3), { query: () => 'deaf' });
    expect(result.counts).toEqual({ offered: 6, ok: 0, error: 0, timeout: 0, hung: 6, dropped: 0 });
    expect(result.errors).toEqual({ hung: 6 });
    expect(took).toBeLessThan(2000 + 1100 + 40);
  });

  it('waits for a connection no longer', async () => {
    const { result } = await run(workers(2), { acquire: () => 'silence' });
    expect(result.errors).toEqual({ deadline: result.counts.offered });
    expect(result.meanPending).toBeCloseTo(2, 1);
    expect(result.meanInUse).toBe(0);
  });
});

describe('a load that is ended early', () => {
  it.each<[string, Load]>([
    ['closed', workers(2)],
    ['open', { model: 'open', arrivals: 'fixed', rate: 100, maxInFlight: 10 }],
  ])('tells of the time that it had (%s)', async (_, load) => {
    const { result, took } = await run(load, {}, { stopAt: 500 });
    expect(result.seconds).toBe(0.5);
    expect(took).toBeLessThan(600);
    expect(result.completed / result.seconds).toBeCloseTo(load.model === 'closed' ? 200 : 100, -1);
  });
});

describe('a schedule', () => {
  it('is the same whatever the workload draws', async () => {
    const load: Load = { model: 'open', arrivals: 'poisson', rate: 50, maxInFlight: 100 };
    const drawing: WorkloadSpec = {
      name: 'drawing',
      operations: [{ statements: [{ text: 'select $1', values: [{ text: 20 }] }] }],
    };
    const [plain, other] = [await run(load, {}), await run(load, {}, { workload: drawing })];
    expect(other.result.counts.offered).toBe(plain.result.counts.offered);
    expect(other.took).toBe(plain.took);
  });
});
