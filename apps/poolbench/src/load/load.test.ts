import { afterEach, describe, expect, it } from 'vitest';
import { createAdapter } from '../adapter/create-adapter.ts';
import type { Arm } from '../adapter/pool-adapter.ts';
import { createRandom } from '../domain/random.ts';
import { startFakePostgres, type FakePostgres } from '../../test/fake-postgres/fake-postgres.ts';
import type { Programme } from '../../test/fake-postgres/behaviour.ts';
import { targetOf } from '../../test/observer.ts';
import { runLoad, type Load, type LoadInterval, type LoadResult, type LoadTerms } from './load.ts';
import { createWorkload } from './workload.ts';

const workload = createWorkload({
  name: 'one',
  operations: [{ statements: [{ text: 'select $1', values: [{ integer: [1, 9] }] }] }],
});
const closed: Load = { model: 'closed', workers: 4 };
const open: Load = { model: 'open', arrivals: 'poisson', rate: 200, maxInFlight: 200 };

let server: FakePostgres;
afterEach(() => server.stop());

async function measure(
  arm: Arm,
  load: Load,
  programme: Programme,
  { deadlineMs = 10_000, onInterval }: Partial<Pick<LoadTerms, 'deadlineMs' | 'onInterval'>> = {},
): Promise<LoadResult> {
  server = await startFakePostgres({ authentication: 'trust', programme });
  const adapter = createAdapter(arm, targetOf(server.url));
  await adapter.open();
  try {
    return await runLoad({
      ...{ adapter, workload, load, seconds: 0.5, deadlineMs, random: createRandom(1) },
      ...(onInterval !== undefined && { onInterval, intervalSeconds: 0.1 }),
    });
  } finally {
    const { acquired, released } = adapter.stats();
    await adapter.close();
    expect(released).toBe(acquired);
  }
}

const pool: Arm = { id: 'pool', driver: 'pg', keep: 'pool', size: 2, prepared: false };
const pipelined: Arm = {
  id: 'pipelined',
  driver: 'postgres.js',
  keep: 'pipelined',
  size: 1,
  prepared: false,
};
const settled = ({ counts }: LoadResult): number =>
  counts.ok + counts.error + counts.timeout + counts.hung + counts.dropped;
const atQuery =
  (which: number, behaviour: ReturnType<Programme>): Programme =>
  ({ step, query, connection }) =>
    step === 'query' && query === which && connection === 1 ? behaviour : undefined;

describe.each([pool, pipelined])('$id', (arm) => {
  it.each([closed, open])('settles every operation of a load ($model)', async (load) => {
    const result = await measure(arm, load, () => undefined);
    expect(result.errors).toEqual({});
    expect(result.counts.ok).toBe(result.counts.offered);
    expect(result.counts.ok).toBeGreaterThan(20);
    expect([...result.sent]).toEqual([['select $1', result.counts.ok]]);
    expect(result.meanInFlight * result.seconds * 1000).toBeCloseTo(result.busyMs, 3);
    if (load.model === 'closed') expect(result.meanInFlight).toBeLessThanOrEqual(4);
  });
});

describe('a server that', () => {
  it('is slow is waited for: who waits for a connection is told from who has one', async () => {
    const result = await measure(pool, closed, ({ step }) =>
      step === 'query' ? { delayMs: 10 } : undefined,
    );
    const { acquire, query, service } = result.durations;
    expect(acquire.mean()! + query.mean()!).toBeCloseTo(service.mean()!, 1);
    expect(query.percentile(50)).toBeGreaterThanOrEqual(9.5);
    expect(result.meanInUse + result.meanPending).toBeCloseTo(result.meanInFlight, 6);
    expect([result.peakInUse, result.peakInFlight]).toEqual([2, 4]);
  });

  it('falls silent costs a deadline, and a connection', async () => {
    const result = await measure(pool, closed, atQuery(5, 'silence'), { deadlineMs: 400 });
    expect(result.errors).toEqual({ deadline: 1 });
    expect(result.counts.timeout).toBe(1);
    expect(result.failed.percentile(100)).toBeGreaterThanOrEqual(400);
    expect(result.connections.opened).toBe(3);
    expect(settled(result)).toBe(result.counts.offered);
  });

  it('falls silent on a connection that others use, too, leaves what was sent on it hanging', async () => {
    const result = await measure(pipelined, open, atQuery(20, 'silence'), { deadlineMs: 400 });
    expect(result.counts.hung).toBeGreaterThan(10);
    expect(result.errors.hung).toBe(result.counts.hung);
    expect(settled(result)).toBe(result.counts.offered);
    expect(result.failed.percentile(100)).toBeGreaterThanOrEqual(1400);
  });

  it('breaks a connection is an error, and the load goes on', async () => {
    const result = await measure(pool, closed, atQuery(5, 'reset'));
    expect(result.errors).toEqual({ reset: 1 });
    expect(result.counts.ok).toBeGreaterThan(20);
    expect(settled(result)).toBe(result.counts.offered);
  });

  it('is not there refuses everybody, and the event loop lives', async () => {
    let intervals = 0;
    server = await startFakePostgres();
    const target = targetOf(server.url);
    await server.stop();
    const adapter = createAdapter(pool, target);
    await adapter.open();
    const terms = {
      adapter,
      workload,
      load: closed,
      seconds: 0.3,
      deadlineMs: 10_000,
      random: createRandom(1),
    };
    const result = await runLoad({ ...terms, intervalSeconds: 0.1, onInterval: () => (intervals += 1) });
    await adapter.close();
    expect(result.errors).toEqual({ refused: result.counts.offered });
    expect(intervals).toBeGreaterThanOrEqual(2);
  });
});

describe('intervals', () => {
  it('are the load, cut into pieces', async () => {
    const intervals: LoadInterval[] = [];
    const result = await measure(pool, open, () => undefined, {
      onInterval: (interval) => intervals.push(interval),
    });
    const sum = (of: (interval: LoadInterval) => number) =>
      intervals.reduce((total, interval) => total + of(interval), 0);
    expect(sum(({ counts }) => counts.offered)).toBe(result.counts.offered);
    expect(sum(({ counts }) => counts.ok)).toBe(result.counts.ok);
    expect(sum(({ response }) => response.count())).toBe(result.all.count());
    expect(sum(({ seconds }) => seconds)).toBeCloseTo(intervals.at(-1)!.elapsedSeconds, 9);
  });
});

describe('an open loop', () => {
  it('starts everything that the schedule says, and never before its time', async () => {
    const load: Load = { model: 'open', arrivals: 'fixed', rate: 100, maxInFlight: 50 };
    const result = await measure(pool, load, () => undefined);
    expect(result.counts).toMatchObject({ offered: 50, ok: 50 });
    // A negative one would be counted at the lowest value, and make the sum too small.
    const { schedule_lag, service, response } = result.durations;
    expect(schedule_lag.sum()).toBeGreaterThan(0);
    expect(schedule_lag.sum() + service.sum()).toBeCloseTo(response.sum(), 6);
  });

  it.each<Load>([
    { model: 'closed', workers: 0 },
    { model: 'open', arrivals: 'fixed', rate: 0, maxInFlight: 1 },
    { model: 'open', arrivals: 'fixed', rate: 1, maxInFlight: 0 },
  ])('or a closed one is refused without anything to do: %j', async (load) => {
    await expect(measure(pool, load, () => undefined)).rejects.toThrow(RangeError);
  });
});
