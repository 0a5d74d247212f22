import { openDatabase, sql, type Database } from '@madang/pg';
import { createLogger } from '@madang/telemetry';
import { afterAll, afterEach, beforeAll, describe, expect, it } from 'vitest';
import { createAdapter } from '../adapter/create-adapter.ts';
import type { Arm, PoolAdapter } from '../adapter/pool-adapter.ts';
import type { Target } from '../adapter/target.ts';
import { littlesLaw } from '../domain/queueing/littles-law.ts';
import { createRandom } from '../domain/random.ts';
import { createOwnSchema, SCHEMA } from '../scratch/own-schema.ts';
import { startScratchServer, type ScratchServer } from '../scratch/scratch-server.ts';
import { allArms, targetOf } from '../../test/observer.ts';
import { runCrew, type CrewTerms } from './crew/run-crew.ts';
import { runLoad, type Load, type LoadResult } from './load.ts';
import { isUtility } from './changes-data.ts';
import { createWorkload } from './workload.ts';
import { insertRow, mixWithLong, readWrite, selectByKey } from './workloads.ts';

const log = createLogger({ level: 'silent' });
let server: ScratchServer;
let database: Database;
let target: Target;
let adapter: PoolAdapter | undefined;

beforeAll(async () => {
  server = await startScratchServer(log);
  target = targetOf(server.url);
  database = openDatabase({ url: server.url, log });
  await createOwnSchema(database, { scratch: true });
});
afterEach(async () => {
  await adapter?.close();
  adapter = undefined;
  await database.rows('reset', sql`select pg_stat_statements_reset()`);
});
afterAll(async () => {
  await database.close();
  await server.stop();
});

/** How often the server ran each of these, by its own account. */
async function calls(texts: readonly string[]): Promise<ReadonlyMap<string, number>> {
  const query = sql`
    select query, sum(calls)::bigint as calls from pg_stat_statements where query = any(${texts}) group by query`;
  const rows = await database.rows<{ query: string; calls: number }>('calls', query);
  return new Map(rows.map(({ query, calls }) => [query, calls]));
}

/** Little's law for all who were there. */
function law({ durations, counts, seconds, meanInFlight }: LoadResult): number {
  const meanResidence = durations.service.mean()! / 1000;
  return littlesLaw({ rate: counts.ok / seconds, meanResidence, inFlight: meanInFlight });
}

const workers: Load = { model: 'closed', workers: 4 };
const LOADS: readonly Load[] = [
  workers,
  { model: 'open', arrivals: 'fixed', rate: 60, maxInFlight: 100 },
  { model: 'open', arrivals: 'poisson', rate: 60, maxInFlight: 100 },
  { model: 'open', arrivals: 'ramp', rate: 0, toRate: 120, maxInFlight: 100 },
];
const unnamed: Arm = { id: 'unnamed', driver: 'pg', keep: 'pool', size: 2, prepared: false };
const pool: Arm = { id: 'pool', driver: 'pg', keep: 'pool', size: 2, prepared: true };

async function measure(
  arm: Arm,
  spec: Parameters<typeof createWorkload>[0],
  load: Load,
): Promise<LoadResult> {
  adapter = createAdapter(arm, target);
  await adapter.open();
  const workload = createWorkload(spec);
  return runLoad({ adapter, workload, load, seconds: 0.3, deadlineMs: 20_000, random: createRandom(1) });
}

describe.each(allArms(2))('$id', (arm) => {
  it('sends what the server counts, to the last statement', async () => {
    const result = await measure(arm, selectByKey(SCHEMA), workers);
    expect(result.counts.ok).toBe(result.counts.offered);
    expect(await calls([...result.sent.keys()])).toEqual(result.sent);
  });
});

describe('a pool', () => {
  it.each(LOADS)('agrees with the server and with Little, however it is asked: %j', async (load) => {
    const result = await measure(pool, insertRow(SCHEMA), load);
    expect(result.counts.ok).toBe(result.counts.offered);
    expect(await calls([...result.sent.keys()])).toEqual(result.sent);
    // A few are cut off at the end of a short load.
    expect(result.meanInFlight * result.seconds * 1000).toBeCloseTo(result.busyMs, 3);
    expect(Math.abs(law(result))).toBeLessThan(0.2);
    if (load.model === 'open') expect(result.counts.offered).toBeGreaterThan(5);
  });

  it.each([readWrite(SCHEMA), mixWithLong(SCHEMA, { share: 0.05, sleepSeconds: 0.02 })])(
    'runs the workload $name as the server counts it',
    async (spec) => {
      const result = await measure(unnamed, spec, workers);
      expect(result.errors).toEqual({});
      expect(new Set(result.sent.keys())).toEqual(new Set(createWorkload(spec).statements));
      expect(await calls([...result.sent.keys()])).toEqual(result.sent);
    },
  );

  it('sends a transaction by name, of which the server counts the utility statements once a connection', async () => {
    const { sent } = await measure(pool, readWrite(SCHEMA), workers);
    const counted = await calls([...sent.keys()]);
    for (const [text, times] of sent) expect(counted.get(text)).toBe(isUtility(text) ? 2 : times);
  });

  it('counts a statement that the server refuses as an error', async () => {
    const spec = { name: 'wrong', operations: [{ statements: [{ text: 'select 1 / 0' }] }] };
    const { counts, errors } = await measure(pool, spec, workers);
    expect(counts.offered).toBeGreaterThan(0);
    expect(errors).toEqual({ statement: counts.offered });
  });
});

describe.each(['loop', 'threads', 'processes'] as const)('a crew (%s)', (kind) => {
  const crew = (changes: Partial<CrewTerms> = {}): CrewTerms => ({
    ...{ kind, members: 2, arm: pool, target, workload: selectByKey(SCHEMA), load: workers },
    ...{ seconds: 0.5, deadlineMs: 20_000, seed: 1 },
    ...changes,
  });

  it('sends together what the server counts, each its part, the warm-up included', async () => {
    const warmUp = { mostSeconds: 0.3, windowSeconds: 0.1, windows: 3 };
    const result = await runCrew(crew({ warmUp }));
    expect(result.members).toHaveLength(2);
    expect(result.members.reduce((sum, { completed }) => sum + completed, 0)).toBe(result.completed);
    for (const { completed, eventLoop } of result.members) {
      expect(completed).toBeGreaterThan(20);
      expect(eventLoop).toBeGreaterThan(0);
      expect(eventLoop).toBeLessThanOrEqual(1);
    }
    const [[text, sent] = ['', 0]] = result.sent;
    expect((await calls([text])).get(text)).toBe(sent + result.warmedUp!.sent.get(text)!);
    expect([result.peakInFlight, result.peakInUse]).toEqual([4, 4]);
    expect(result.durations.response.count()).toBe(result.counts.ok);
  });

  it('shares a schedule, of which each start is somebody’s', async () => {
    const load: Load = { model: 'open', arrivals: 'fixed', rate: 100, maxInFlight: 300 };
    const { counts } = await runCrew(crew({ load, members: 3 }));
    expect(counts).toMatchObject({ offered: 50, ok: 50 });
  });

  it('ends early when it is told to, and is not begun when it was told before', async () => {
    const stopping = new AbortController();
    setTimeout(() => stopping.abort(), 100);
    const started = performance.now();
    const { seconds } = await runCrew(crew({ seconds: 60, signal: stopping.signal }));
    expect(seconds).toBeLessThan(10);
    expect(performance.now() - started).toBeLessThan(20_000);
    const { counts } = await runCrew(crew({ signal: AbortSignal.abort() }));
    expect(counts.offered).toBe(0);
  });

  it('says what is wrong with its terms', async () => {
    await expect(runCrew(crew({ members: 5 }))).rejects.toThrow('5 members cannot share');
    await expect(runCrew(crew({ arm: { ...pool, size: 0 } }))).rejects.toThrow(/its size is 0/);
  });
});
