import { describe, expect, it } from 'vitest';
import { smallestNearBest } from './smallest-near-best.ts';

/** Thousands of selects per second of the `pg` pool on two cores, and lower bounds 2 % below. */
const selects = [
  [50, 15.6],
  [1, 8.7],
  [2, 20.2],
  [5, 22.8],
  [10, 23.6],
  [20, 21.6],
].map(([size, throughput]) => ({ size: size!, throughput: throughput!, low: 0.98 * throughput! }));

describe('smallestNearBest', () => {
  it('finds a smaller pool that does as well, whatever the order of the points', () => {
    const wide = selects.map((point) => ({ ...point, low: point.throughput }));
    expect(smallestNearBest(wide).size).toBe(5);
  });

  it('does not take a size whose lower bound falls short', () => {
    // 0.98 · 22.8 is below 0.95 · 23.6.
    expect(smallestNearBest(selects).size).toBe(10);
  });

  it('takes the best size itself however blurred it is', () => {
    const blurred = selects.map((point) => ({ ...point, low: 0 }));
    expect(smallestNearBest(blurred).size).toBe(10);
  });

  it('counts exactly 95 % as near, and refuses no points', () => {
    const points = [
      { size: 1, throughput: 95, low: 95 },
      { size: 2, throughput: 100, low: 100 },
    ];
    expect(smallestNearBest(points).size).toBe(1);
    expect(() => smallestNearBest([])).toThrow(RangeError);
  });
});
