import { sql } from '@madang/pg';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import {
  applicationsOf,
  benchOnScratch,
  endsOf,
  verdictsOf,
  type BenchOnScratch,
} from '../../test/bench-on-scratch.ts';
import { restart } from './s12-restart.ts';

const terms = { asking: 4 };

/** When the server was last started, in microseconds. */
async function startOf({ observer }: BenchOnScratch): Promise<bigint> {
  const row = await observer.row<{ at: string }>(
    'test.start',
    sql`select (extract(epoch from pg_postmaster_start_time()) * 1000000)::bigint::text as at`,
  );
  return BigInt(row!.at);
}

let test: BenchOnScratch;
afterAll(() => test.stop());

describe('a server that is restarted, and ends connections, under load', () => {
  let [before, after] = [0n, 0n];

  beforeAll(async () => {
    test = await benchOnScratch('S12', { terms });
    before = await startOf(test);
    await restart.run(test.bench);
    after = await startOf(test);
    await test.close();
  }, 120_000);

  it('was started anew, and is at the same address', () => {
    expect(after).toBeGreaterThan(before);
  });

  it('is lost by all connections, which are opened again', () => {
    const opened = endsOf(test).map(({ arm, connections }) => [arm, Number(connections?.opened)]);
    const size = new Map([
      ['pool of 4', 4],
      ['postgres.js unnamed, pool of 4', 4],
      ['pg named, pipelined on 1', 1],
    ]);
    expect(new Set(opened.map(([arm]) => arm))).toEqual(new Set(size.keys()));
    for (const [arm, count] of opened)
      expect(count, String(arm)).toBeGreaterThanOrEqual(size.get(arm as string)!);
  });

  it('fails callers as lost or refused, in no other way, and lets none hang', () => {
    expect(endsOf(test)).toHaveLength(6);
    for (const { cell, counts, errors } of endsOf(test)) {
      const { offered, ok, error } = counts;
      expect(Number(ok) + Number(error), cell).toBe(offered);
      expect(['reset', 'refused'], cell).toEqual(expect.arrayContaining(Object.keys(errors)));
      if (cell.endsWith('restarted')) expect(Number(error), cell).toBeGreaterThan(0);
      else expect(errors['refused'] ?? 0, cell).toBe(0);
    }
    expect(verdictsOf(test).at(-1)).toMatchObject({ subject: 'check', answer: 'passed', value: 0 });
  });

  it('is answered again, and that is told with its time', () => {
    const findings = verdictsOf(test).filter(({ subject }) => subject === 'finding');
    expect(findings).toHaveLength(6);
    for (const { sentence } of findings)
      expect(sentence).toMatch(/the first answer came within \d+ ms|no 20 ms were without an answer/);
    for (const { cell } of endsOf(test)) {
      const intervals = test.records().filter((record) => record.type === 'interval' && record.cell === cell);
      expect(intervals.at(-2), cell).toMatchObject({ counts: { error: 0, timeout: 0 } });
    }
  });

  it('is marked in the order in which it was done, within its cell', () => {
    const events = test.records().filter((record) => record.type === 'event');
    for (const { cell } of endsOf(test)) {
      const own = events.filter((event) => event.cell === cell);
      expect(
        own.map(({ what }) => what),
        cell,
      ).toEqual(
        cell.endsWith('restarted') ? ['server-restarting', 'server-restarted'] : ['back-ends-terminated'],
      );
      for (const { elapsed_s } of own) expect(elapsed_s, cell).toBeGreaterThan(1);
    }
  });

  it('keeps no connection of an arm, and no count that is not ours', async () => {
    await expect
      .poll(async () => (await applicationsOf(test)).filter((name) => !name.startsWith('poolbench')))
      .toEqual([]);
    for (const { answered, served } of await test.agreements()) expect(served).toBe(answered);
  });
});

describe('a server that is not ours', () => {
  it('is not restarted, and a run that ends before anything was disturbed tells nothing', async () => {
    const stopping = new AbortController();
    const other = await benchOnScratch('S12', { terms, signal: stopping.signal, scratch: false, on: test });
    const before = await startOf(other);
    setTimeout(() => stopping.abort(), 200);
    await restart.run(other.bench);
    expect(verdictsOf(other)).toEqual([]);
    expect(other.notices()).toEqual([expect.stringContaining('was not restarted')]);
    expect(await startOf(other)).toBe(before);
    await other.stop();
  });
});
