import { describe, expect, it } from 'vitest';
import { createRandom, exponential } from '../random.ts';
import { ratioOfRuns, runsPValue } from './ratio-of-runs.ts';
import { verdictOf } from './verdict.ts';

const random = createRandom(11);

function rounds(count: number, level: number, spread: number): number[] {
  return Array.from({ length: count }, () => level * (1 + spread * (random.next() - 0.5)));
}

describe('ratioOfRuns', () => {
  it('is the ratio of the medians', () => {
    expect(ratioOfRuns([1, 2, 3, 4, 5, 6], [2, 4, 6, 8, 10, 12], { random }).ratio).toBeCloseTo(0.5);
  });

  it('finds a difference that is larger than the noise, and its direction', () => {
    const { interval } = ratioOfRuns(rounds(10, 130, 0.1), rounds(10, 100, 0.1), { random });
    expect(verdictOf(interval)).toBe('better');
    expect(verdictOf(ratioOfRuns(rounds(10, 70, 0.1), rounds(10, 100, 0.1), { random }).interval)).toBe(
      'worse',
    );
  });

  it('holds the true ratio of skewed values about as often as it says', () => {
    const skewed = (): number[] => Array.from({ length: 10 }, () => 100 + exponential(random, 10));
    const held = Array.from({ length: 200 }, () =>
      ratioOfRuns(skewed(), skewed(), { random, resamples: 500 }),
    ).filter(({ interval: { low, high } }) => low <= 1 && high >= 1).length;
    expect(held).toBeGreaterThan(175);
  });

  it('calls few rounds a range, which decides nothing', () => {
    const { interval } = ratioOfRuns([200, 210], [100, 105], { random });
    expect(interval).toEqual({ kind: 'range', low: 200 / 105, high: 2.1 });
    expect(verdictOf(interval)).toBe('undecided');
  });

  it('refuses a cell in which nothing was finished', () => {
    expect(() => ratioOfRuns([0], [1], { random })).toThrow(RangeError);
    expect(() => ratioOfRuns([], [1], { random })).toThrow(RangeError);
  });
});

describe('runsPValue', () => {
  it('is small for a plain difference, whichever run comes first', () => {
    const a = [110, 120, 130, 125, 118, 122];
    const b = [100, 104, 98, 101, 99, 103];
    const p = runsPValue(a, b, { delta: 0 });
    expect(p).toBeGreaterThan(0);
    expect(p).toBeLessThan(0.001);
    expect(runsPValue(b, a, { delta: 0 })).toBeCloseTo(p, 12);
  });

  it('states a difference between equal runs as rarely as it says', () => {
    const alarms = Array.from({ length: 500 }, () =>
      runsPValue(rounds(6, 100, 0.3), rounds(6, 100, 0.3), { delta: 0 }),
    ).filter((p) => p <= 0.05).length;
    expect(alarms / 500).toBeLessThan(0.08);
  });

  it('is 1 within the margin, and where a run has a single round', () => {
    expect(runsPValue([101, 102, 103], [100, 101, 102])).toBe(1);
    expect(runsPValue([200], [100, 101])).toBe(1);
  });
});
