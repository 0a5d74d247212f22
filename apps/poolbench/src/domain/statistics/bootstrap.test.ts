import { describe, expect, it } from 'vitest';
import { createRandom, exponential, type Random } from '../random.ts';
import { bootstrapInterval, type Statistic } from './bootstrap.ts';
import { mean, median } from './quantile.ts';

const skewed = (random: Random): number => exponential(random, 1);
const normal = (random: Random): number =>
  Math.sqrt(2 * exponential(random, 1)) * Math.cos(2 * Math.PI * random.next());

/** Of 400 seeded samples of n values, the share whose interval holds the truth. */
function coverage(draw: (random: Random) => number, n: number, statistic: Statistic, truth: number): number {
  const random = createRandom(1);
  const held = Array.from({ length: 400 }, () => {
    const values = Array.from({ length: n }, () => draw(random));
    const { low, high } = bootstrapInterval(values, statistic, { random, resamples: 300 });
    return low <= truth && truth <= high;
  });
  return held.filter(Boolean).length / held.length;
}

describe('bootstrapInterval', () => {
  // 0.95 and three standard errors of a share of 400. The interval of a median of few values may only be too careful.
  it.each([
    ['the median of 6 normal values', normal, 6, median, 0],
    ['the median of 8 normal values', normal, 8, median, 0],
    ['the median of 10 normal values', normal, 10, median, 0],
    ['the median of 12 skewed values', skewed, 12, median, Math.LN2],
    ['the mean of 8 normal values', normal, 8, mean, 0],
    ['the mean of 20 normal values', normal, 20, mean, 0],
  ] as const)('holds %s as often as it says', (_, draw, n, statistic, truth) => {
    const share = coverage(draw, n, statistic, truth);
    expect(share).toBeGreaterThan(0.95 - 0.033);
    expect(share).toBeLessThan(0.95 + 0.045);
  });

  it('is wider the surer it must be, and the same for the same seed', () => {
    const values = [1, 2, 3, 4, 5, 6, 7, 8];
    const at = (confidence: number) =>
      bootstrapInterval(values, mean, { random: createRandom(4), resamples: 1_000, confidence });
    expect(at(0.95)).toEqual(at(0.95));
    expect(at(0.99).low).toBeLessThan(at(0.8).low);
    expect(at(0.99).high).toBeGreaterThan(at(0.8).high);
    expect(at(0.8)).toMatchObject({ kind: 'interval', confidence: 0.8 });
  });

  it('follows the skewness from ten values on', () => {
    const values = [1, 1, 1, 1, 1, 1, 1, 1, 1, 11];
    const { low, high } = bootstrapInterval(values, mean, { random: createRandom(5) });
    expect(high - mean(values)).toBeGreaterThan(2 * (mean(values) - low));
  });

  it('of equal values is that value', () => {
    for (const n of [6, 12])
      expect(
        bootstrapInterval(new Array<number>(n).fill(3), median, { random: createRandom(6) }),
      ).toMatchObject({ low: 3, high: 3 });
  });

  it('is only a range when there are fewer than six values', () => {
    const range = bootstrapInterval([3, 9, 1, 4, 5], median, { random: createRandom(7) });
    expect(range).toEqual({ kind: 'range', low: 1, high: 9 });
  });

  it('refuses no values', () => {
    expect(() => bootstrapInterval([], median, { random: createRandom(8) })).toThrow(RangeError);
  });
});
