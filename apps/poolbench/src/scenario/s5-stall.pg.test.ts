import { readFileSync } from 'node:fs';
import { sql } from '@madang/pg';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { mergedDurations } from '../judge/merged.ts';
import type { CellEnd } from '../record/schema/cell.schema.ts';
import { SCHEMA } from '../scratch/own-schema.ts';
import { benchOnScratch, type BenchOnScratch } from '../../test/bench-on-scratch.ts';
import { stall } from './s5-stall.ts';

const STALL_MS = 250;
const terms = { rounds: 1, cellSeconds: 0.3, asking: 4, stallMs: STALL_MS };
const STOPPED = ['back-end-stopped', 'back-end-continued'];
const NOTHING = { locks: 0, stopped: [] };

/** What a stall could leave on the server: locks on our table, and stopped back-ends. */
async function leftBehind({ observer }: BenchOnScratch): Promise<typeof NOTHING> {
  const table = `${SCHEMA}.sample`;
  const locks = await observer.rows(
    'test.locks',
    sql`select 1 from pg_locks where relation = ${table}::text::regclass and mode = 'AccessExclusiveLock'`,
  );
  const backEnds = await observer.rows<{ pid: number }>('test.pids', sql`select pid from pg_stat_activity`);
  return {
    locks: locks.length,
    stopped: backEnds.map(({ pid }) => stateOf(pid)).filter((state) => state === 'T') as [],
  };
}

/** As `ps` shows it: T for a process that is stopped. */
function stateOf(pid: number): string | undefined {
  return readFileSync(`/proc/${pid}/stat`, 'utf8').split(') ').at(-1)?.[0];
}

function endsOf({ records }: BenchOnScratch, cells: RegExp): CellEnd[] {
  return records()
    .filter((record) => record.type === 'cell_end')
    .filter(({ cell }) => cells.test(cell));
}

function verdictsOf({ records }: BenchOnScratch) {
  return records().filter((record) => record.type === 'verdict');
}

describe('a stall', () => {
  let test: BenchOnScratch;
  let left: typeof NOTHING;

  beforeAll(async () => {
    test = await benchOnScratch('S5', { terms });
    await stall.run(test.bench);
    left = await leftBehind(test);
    await test.close();
  });
  afterAll(() => test.stop());

  const percentile = (percent: number, cells: RegExp): number =>
    mergedDurations(endsOf(test, cells), 'response', 'all').percentile(percent) ?? 0;

  it('is waited for by somebody in every cell, and fails nobody', () => {
    const stalled = endsOf(test, /table locked|back-end stopped/);
    expect(stalled).toHaveLength(6);
    for (const { cell, durations, counts } of stalled) {
      expect(durations['response']?.max_s, cell).toBeGreaterThan(STALL_MS / 2 / 1000);
      expect(counts, cell).toEqual({
        ...counts,
        ok: counts.offered,
        error: 0,
        timeout: 0,
        hung: 0,
        dropped: 0,
      });
    }
    expect(verdictsOf(test).at(-1)).toMatchObject({ subject: 'check', answer: 'passed' });
  });

  it('is hidden by a closed loop, whose number is marked, and shown by an open one', () => {
    expect(percentile(99, /poisson .* table locked/)).toBeGreaterThan(percentile(99, /×4 table locked/));
    for (const { cell, flags } of endsOf(test, /×4 (table locked|back-end stopped)/))
      expect(flags, cell).toContain('coordinated-omission');
    for (const { cell, flags } of endsOf(test, /poisson/))
      expect(flags, cell).not.toContain('coordinated-omission');
  });

  it('of one back-end is felt by all who share a pipelined connection, and by few of those with a pool', () => {
    // A fifth of the cell is stalled: that all feel it is seen in the 90th percentile.
    const [shared, own] = [/pipelined on 1 select poisson/, /pool of 4 select poisson .* stopped/];
    expect(percentile(90, shared)).toBeGreaterThan(percentile(90, own));
  });

  it('is marked where it begins and where it ends, at its time within the cell', () => {
    const events = test.records().filter((record) => record.type === 'event');
    const ways = { 'table locked': ['table-locked', 'table-unlocked'], 'back-end stopped': STOPPED };
    for (const { cell, round } of endsOf(test, /table locked|back-end stopped/)) {
      const own = events.filter((event) => event.cell === cell && event.round === round);
      const [, whats] = Object.entries(ways).find(([where]) => cell.endsWith(where))!;
      expect(
        own.map(({ what }) => what),
        cell,
      ).toEqual(whats);
      const [from = 0, to = 0] = own.map(({ elapsed_s }) => elapsed_s ?? 0);
      expect(from, cell).toBeGreaterThanOrEqual((2 * STALL_MS) / 1000 - 0.01);
      expect(to - from, cell).toBeGreaterThanOrEqual(STALL_MS / 1000 - 0.01);
    }
  });

  it('leaves no lock and no stopped back-end', () => {
    expect(left).toEqual(NOTHING);
  });
});

describe('a stall on a server that is not ours alone', () => {
  it('stops no process, says so, and gives the table back at once when it is interrupted', async () => {
    const stopping = new AbortController();
    const test = await benchOnScratch('S5', {
      terms: { ...terms, stallMs: 2_000 },
      signal: stopping.signal,
      scratch: false,
    });
    const running = stall.run(test.bench);
    await expect.poll(async () => (await leftBehind(test)).locks, { timeout: 40_000 }).toBeGreaterThan(0);
    stopping.abort();
    await running;
    expect(await leftBehind(test)).toEqual(NOTHING);
    expect(endsOf(test, /back-end stopped/)).toEqual([]);
    expect(endsOf(test, /table locked/).at(-1)?.flags).toContain('interrupted');
    expect(test.notices()).toEqual([expect.stringContaining('SIGSTOP')]);
    await test.stop();
  });
});
