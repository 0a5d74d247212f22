import { describe, expect, it } from 'vitest';
import { mean, median, quantile } from './quantile.ts';

describe('median', () => {
  it('is the middle value, or the mean of the middle two, whatever the order', () => {
    expect(median([9, 1, 5])).toBe(5);
    expect(median([9, 1, 5, 6])).toBe(5.5);
  });

  it('leaves its values in their order', () => {
    const values = [3, 1, 2];
    median(values);
    expect(values).toEqual([3, 1, 2]);
  });
});

describe('quantile', () => {
  it('agrees with the default of R: quantile(c(1, 2, 4, 8, 16), c(0, .1, .9, 1))', () => {
    const at = (share: number): number => quantile([16, 8, 4, 2, 1], share);
    expect([at(0), at(0.1), at(0.9), at(1)]).toEqual([1, 1.4, expect.closeTo(12.8, 12), 16]);
  });

  it('orders numbers as numbers, and lets infinite ones be', () => {
    expect(quantile([10, 9, 100], 0.5)).toBe(10);
    expect(quantile([1, Infinity, Infinity], 0.9)).toBe(Infinity);
    expect(quantile([1, 2, Infinity], 0.5)).toBe(2);
  });

  it('refuses no values and shares that are none', () => {
    expect(() => median([])).toThrow(RangeError);
    expect(() => mean([])).toThrow(RangeError);
    for (const share of [-0.1, 1.1, NaN]) expect(() => quantile([1], share)).toThrow(RangeError);
  });
});
