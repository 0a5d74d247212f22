import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { benchOnScratch, endsOf, type BenchOnScratch } from '../../test/bench-on-scratch.ts';
import { selectByKey } from '../load/workloads.ts';
import type { Interval } from '../record/schema/cell.schema.ts';
import { perQuery, poolOf } from '../scenario/arms.ts';
import type { Cell } from './cell.ts';

let test: BenchOnScratch;
beforeAll(async () => {
  test = await benchOnScratch('S3');
});
afterAll(() => test.stop());

const WORKERS = 4;

function cellOf(arm: Cell['arm'], where: string): Cell {
  const load = { model: 'closed', workers: WORKERS } as const;
  return { arm, workload: selectByKey(test.bench.schema), load, where };
}

async function measured(
  cell: Cell,
  seconds: number,
  { bench, records }: BenchOnScratch = test,
  intervalSeconds = 1,
): Promise<Interval[]> {
  await bench.measure(cell, { round: 1, seconds, intervalSeconds });
  return records()
    .filter((record) => record.type === 'interval')
    .filter((record) => record.cell.endsWith(cell.where ?? ''));
}

/** Whether a look found the pool's connections and PostgreSQL's back-ends busy. */
const isAtWork = ({ pool, server }: Interval): boolean =>
  Number(pool?.active) > 0 && sumOf(Object.values(server?.active ?? {})) > 0;

function sumOf(values: readonly number[]): number {
  return values.reduce((sum, value) => sum + value, 0);
}

describe('the intervals of a cell', () => {
  let intervals: Interval[];
  beforeAll(async () => {
    intervals = await measured(cellOf(poolOf(WORKERS), 'whole'), 2.6);
    // Three looks may all fall into moments at which another program has the processors; six more hardly do.
    for (let more = 1; more <= 2 && !intervals.some(isAtWork); more += 1)
      intervals = await measured(cellOf(poolOf(WORKERS), `again ${more}`), 2.6);
  });

  it('come in their order, before the end of the cell', () => {
    expect(intervals).toHaveLength(3);
    const elapsed = intervals.map(({ elapsed_s }) => elapsed_s ?? 0);
    expect(elapsed).toEqual(elapsed.toSorted((a, b) => a - b));
    expect(endsOf(test).at(-1)!.seq).toBeGreaterThan(intervals.at(-1)!.seq);
  });

  it("have PostgreSQL's side, each of them, and together what the cell has", () => {
    const servers = intervals.map(({ server }) => server!);
    const commits = sumOf(servers.map(({ commit_rate, length_s }) => (commit_rate ?? 0) * (length_s ?? 0)));
    const whole = Number(endsOf(test).at(-1)!.server['pg_stat_database.xact_commit']);
    // Back-ends report once a second, so what the last of them report is seen at the end alone.
    expect(commits).toBeGreaterThan(whole / 2);
    expect(Math.round(commits)).toBeLessThanOrEqual(whole);
    for (const { active, processors, wal_byte_rate } of servers) {
      expect(sumOf(Object.values(active))).toBeLessThanOrEqual(WORKERS);
      expect(processors).toBeGreaterThan(0);
      expect(wal_byte_rate).toBeGreaterThanOrEqual(0);
    }
    expect(sumOf(servers.flatMap(({ active }) => Object.values(active)))).toBeGreaterThan(0);
  });

  it('tell how the pool was at work, the last one too, and what others used', () => {
    expect(intervals.some(isAtWork)).toBe(true);
    for (const { pool, foreign_cpu_ratio, nulls } of intervals) {
      // Between two queries a connection is back in the pool for a moment.
      expect(Number(pool?.active) + Number(pool?.idle)).toBe(WORKERS);
      expect(pool).toMatchObject({ connecting: 0, pending: 0 });
      expect(foreign_cpu_ratio).toBeGreaterThanOrEqual(0);
      expect(nulls).toBeUndefined();
    }
  });

  it('leave the statements that were counted exact', async () => {
    for (const { answered, served } of await test.agreements()) expect(served).toBe(answered);
  });
});

describe('intervals', () => {
  it('that are short have it about each second, of the time since it was told before', async () => {
    const intervals = await measured(cellOf(poolOf(WORKERS), 'finely'), 1.2, test, 0.02);
    const told = intervals.filter(({ server }) => server !== null);
    expect(told).toHaveLength(1);
    expect(told[0]!.server!.length_s).toBeGreaterThan(0.7);
    for (const { nulls } of intervals.filter(({ server }) => server === null))
      expect(nulls).toMatchObject({ server: expect.stringContaining('too short') as string });
  });

  it('say of connections that are opened for each query how many are on their way, and nothing that is not known', async () => {
    const [interval] = await measured(cellOf(perQuery, 'opened'), 0.5);
    const { connecting, pending } = interval!.pool!;
    expect(connecting).toBe(pending);
    const [larger] = await measured(cellOf(poolOf(2 * WORKERS), 'larger'), 0.5);
    expect(larger).toMatchObject({
      pool: { connecting: null },
      nulls: { 'pool.connecting': 'the driver does not tell' },
    });
  });

  it('know no processors of a server that is elsewhere', async () => {
    const elsewhere = await benchOnScratch('S3', { scratch: false, on: test });
    const [interval] = await measured(cellOf(poolOf(1), 'elsewhere'), 0.5, elsewhere);
    expect(interval).toMatchObject({ foreign_cpu_ratio: null, server: { processors: null } });
    expect(Object.keys(interval!.nulls ?? {})).toEqual(['foreign_cpu_ratio', 'server.processors']);
    await elsewhere.stop();
  });
});
