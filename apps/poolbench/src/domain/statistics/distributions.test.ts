import { describe, expect, it } from 'vitest';
import { normalCdf, normalQuantile, studentCdf, studentQuantile } from './distributions.ts';

describe('the normal distribution', () => {
  it('agrees with tables', () => {
    expect(normalCdf(0)).toBeCloseTo(0.5, 6);
    expect(normalCdf(1.959964)).toBeCloseTo(0.975, 6);
    expect(normalCdf(-4)).toBeCloseTo(3.16712e-5, 9);
    expect(normalQuantile(0.995)).toBeCloseTo(2.575829, 5);
    expect(normalQuantile(0.001)).toBeCloseTo(-3.090232, 5);
  });

  it('has no finite value for certainty', () => {
    expect(normalQuantile(0)).toBe(-Infinity);
    expect(normalQuantile(1)).toBe(Infinity);
    expect(() => normalQuantile(1.1)).toThrow(RangeError);
  });
});

describe("Student's t distribution", () => {
  it('agrees with tables, for odd and even degrees of freedom', () => {
    const table = new Map([
      [1, 12.7062],
      [2, 4.30265],
      [5, 2.57058],
      [9, 2.26216],
      [10, 2.22814],
      [30, 2.04227],
    ]);
    for (const [freedom, t] of table) {
      expect(studentQuantile(0.975, freedom)).toBeCloseTo(t, 4);
      expect(studentCdf(-t, freedom)).toBeCloseTo(0.025, 6);
    }
  });

  it('stays a probability when t is not finite', () => {
    for (const freedom of [1, 2, 5, 6]) {
      expect(studentCdf(-Infinity, freedom)).toBeCloseTo(0, 12);
      expect(studentCdf(Infinity, freedom)).toBeCloseTo(1, 12);
      expect(studentCdf(-Infinity, freedom)).toBeGreaterThanOrEqual(0);
    }
  });
});
