import { describe, expect, it } from 'vitest';
import { createRandom, exponential } from '../random.ts';
import { percentileBounds } from './percentile-bounds.ts';
import { quantile } from './quantile.ts';

describe('bounds of a percentile', () => {
  it('need ten samples beyond it', () => {
    expect(percentileBounds(99, 900)).toBeNull();
    expect(percentileBounds(99, 1_100)).not.toBeNull();
    expect(percentileBounds(50, 19)).toBeNull();
  });

  it('come closer as the samples grow', () => {
    const { low, high } = percentileBounds(99, 1_000_000)!;
    expect(low).toBeCloseTo(98.98, 2);
    expect(high).toBeCloseTo(99.02, 2);
  });

  it('hold the true percentile as often as they say', () => {
    const random = createRandom(7);
    const truth = -Math.log(0.01);
    const held = Array.from({ length: 400 }, () => {
      const sample = Array.from({ length: 2_000 }, () => exponential(random, 1));
      const { low, high } = percentileBounds(99, sample.length)!;
      return quantile(sample, low / 100) <= truth && truth <= quantile(sample, high / 100);
    }).filter(Boolean).length;
    // Three standard errors of 95 % in 400.
    expect(held / 400).toBeGreaterThan(0.917);
    expect(held / 400).toBeLessThan(0.983);
  });

  it.each([0, 100, NaN])('are not of %s %%', (percentile) => {
    expect(() => percentileBounds(percentile, 1000)).toThrow(RangeError);
  });
});
