import { describe, expect, it } from 'vitest';
import { exampleDrafts } from '../../test/record-drafts.ts';
import { createDurations } from '../load/histogram.ts';
import type { CellEnd } from '../record/schema/cell.schema.ts';
import { sealRecord } from '../record/seal.ts';
import { timeZone } from '../record/time-zone.ts';
import { histogramRecord } from '../run/durations-record.ts';
import { gradeRung, highestThatMeets, keptUp, type Grade } from './rung.ts';

const RUN = { runId: '01KANKYN3JZZZZZZZZZZZZZZZZ', zone: timeZone('UTC'), cut: (text: string) => text };
const TERMS = { size: 10, objectiveMs: 20 };

interface Round {
  readonly offered: number;
  /** Of those offered. */
  readonly done?: number;
  /** Of those offered, that take long. */
  readonly slow?: number;
  readonly flags?: readonly string[];
}

/** A round of a second, in which most responses take 1 ms, and the slow ones 50. */
function round({ offered, done = offered, slow = 0, flags = [] }: Round): CellEnd {
  const response = createDurations();
  for (let index = 0; index < offered; index += 1) response.add(index < slow ? 50 : 1);
  const draft = exampleDrafts('').find(({ type }) => type === 'cell_end');
  if (draft?.type !== 'cell_end') throw new TypeError('There is an example of each type.');
  const record = sealRecord(RUN, 0, 0, {
    ...draft,
    ...{ flags, offered_rate: offered, achieved_rate: done },
    counts: { ...draft.counts, offered },
    histograms: [histogramRecord('response', 'all', response)],
  });
  return record as CellEnd;
}

const gradeOf = (...rounds: Round[]): Grade => gradeRung(rounds.map(round), TERMS).grade;

describe('a rung of a rate ladder', () => {
  it('meets the objective when surely 99 % come in time, and misses it when surely fewer do', () => {
    expect(gradeOf({ offered: 5_000, slow: 20 }, { offered: 5_000, slow: 20 })).toBe('meets');
    expect(gradeOf({ offered: 5_000, slow: 100 }, { offered: 5_000, slow: 100 })).toBe('misses');
  });

  it('is unclear between the two, and with too few responses', () => {
    expect(gradeOf({ offered: 5_000, slow: 50 }, { offered: 5_000, slow: 50 })).toBe('unclear');
    expect(gradeOf({ offered: 400 }, { offered: 400 })).toBe('unclear');
  });

  it('misses it when less is done than offered, however fast that is', () => {
    expect(gradeOf({ offered: 5_000, done: 4_900 }, { offered: 5_000, done: 4_900 })).toBe('misses');
  });

  it('carries no verdict when the generator was late in most rounds, and leaves out those in which it was', () => {
    const late = { offered: 5_000, slow: 5_000, flags: ['generator-bound'] };
    expect(gradeOf(late, late, { offered: 5_000 })).toBe('late');
    expect(gradeOf(late, { offered: 5_000 })).toBe('late');
    expect(gradeOf(late, { offered: 5_000 }, { offered: 5_000 })).toBe('meets');
  });
});

describe('keeping up', () => {
  it('counts those in hand at the end as done, as many as there are connections', () => {
    expect(keptUp([round({ offered: 100, done: 90 })], 10)).toBe(1);
    expect(keptUp([round({ offered: 100, done: 80 })], 10)).toBeCloseTo(0.9);
    expect(
      keptUp([round({ offered: 100, done: 0 }), round({ offered: 100 }), round({ offered: 100 })], 10),
    ).toBe(1);
  });
});

describe('the highest rung that meets the objective', () => {
  const highest = (...grades: Grade[]) =>
    highestThatMeets(grades.map((grade, rate) => ({ grade, rate, p99: null })))?.rate;

  it('is below the first that misses it', () => {
    expect(highest('meets', 'meets', 'misses', 'meets')).toBe(1);
    expect(highest('misses', 'meets')).toBeUndefined();
  });

  it('may have rungs below it of which nothing is told', () => {
    expect(highest('unclear', 'late', 'meets', 'late')).toBe(2);
    expect(highest('unclear', 'late')).toBeUndefined();
  });
});
