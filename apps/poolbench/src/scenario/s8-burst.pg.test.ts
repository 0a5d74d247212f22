import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { selectByKey } from '../load/workloads.ts';
import type { CellEnd } from '../record/schema/cell.schema.ts';
import { SCHEMA } from '../scratch/own-schema.ts';
import { benchOnScratch, type BenchOnScratch } from '../../test/bench-on-scratch.ts';
import { burst } from './s8-burst.ts';

const SIZE = 8;
const terms = { rounds: 3, asking: SIZE, workloads: [selectByKey(SCHEMA)] };

let test: BenchOnScratch;

beforeAll(async () => {
  test = await benchOnScratch('S8', { terms });
  await burst.run(test.bench);
  await test.close();
});
afterAll(() => test.stop());

const endsOf = (arm: RegExp): CellEnd[] =>
  test
    .records()
    .filter((record) => record.type === 'cell_end')
    .filter((end) => arm.test(end.arm ?? ''));
const slowest = (arm: RegExp): number =>
  Math.min(...endsOf(arm).map(({ durations }) => durations['service']?.max_s ?? 0));

describe('a burst after idle time', () => {
  it('is of as many as the pool has connections, and all are served', () => {
    expect(endsOf(/./)).toHaveLength(3 * terms.rounds);
    for (const { cell, counts } of endsOf(/./))
      expect(counts, cell).toMatchObject({ offered: SIZE, ok: SIZE });
  });

  it('opens a connection for each where idle ones were let go, and none where they were kept', () => {
    const opened = (arm: RegExp) => endsOf(arm).map(({ connections }) => connections?.opened);
    expect(opened(/lets idle ones go/)).toEqual([SIZE, SIZE, SIZE]);
    expect(opened(/keeps them/)).toEqual([0, 0, 0]);
    expect(opened(/postgres\.js/)).toEqual([0, 0, 0]);
  });

  it('takes longer where connections have to be opened', () => {
    expect(slowest(/lets idle ones go/)).toBeGreaterThan(slowest(/keeps them/));
  });

  it('is recorded as cold or warm, and its check passes', () => {
    const starts = test.records().filter((record) => record.type === 'cell_start');
    for (const { arm, pool_state } of starts)
      expect([arm, pool_state]).toEqual([arm, arm?.includes('lets') ? 'cold' : 'warm']);
    const [last] = test
      .records()
      .filter((record) => record.type === 'verdict')
      .slice(-1);
    expect(last).toMatchObject({ subject: 'check', answer: 'passed' });
  });
});

describe('a burst for which the server has no room', () => {
  it('is left out, and that is told', async () => {
    const small = await benchOnScratch('S8', { terms: { ...terms, asking: 100 } });
    await burst.run(small.bench);
    expect(small.records()).toEqual([]);
    expect(small.notices()).toEqual([expect.stringContaining('Raise max_connections')]);
    await small.stop();
  });
});
