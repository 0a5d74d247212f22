import { describe, expect, it } from 'vitest';
import { isSupported, samplesNeeded } from './percentile-rule.ts';

describe('isSupported', () => {
  it('wants a hundred samples beyond the percentile', () => {
    expect([50, 90, 99, 99.9, 99.99].map(samplesNeeded)).toEqual([200, 1_000, 10_000, 100_000, 1_000_000]);
    expect(isSupported(99, 10_000)).toBe(true);
    expect(isSupported(99, 9_999)).toBe(false);
    expect(isSupported(99.9, 100_000)).toBe(true);
  });

  it('has no rule for the maximum', () => {
    expect(() => isSupported(100, 1e9)).toThrow(RangeError);
  });
});
