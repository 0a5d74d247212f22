import { describe, expect, it } from 'vitest';
import { createRandom } from '../domain/random.ts';
import { growthOf } from './growth.ts';

const random = createRandom(3);
const noisy = (level: number, step: number): number[] =>
  Array.from({ length: 16 }, (_, place) => level + step * place + random.next() - 0.5);

describe('growth over a soak', () => {
  it('is a leak where the values rise by more than is negligible', () => {
    const growth = growthOf(noisy(100, 1), 30, 0.05);
    expect(growth.leaks).toBe(true);
    expect(growth.perMinute).toBeCloseTo(2, 0);
    expect(growth.low).toBeGreaterThan(1.5);
    expect(growth.high).toBeLessThan(2.5);
  });

  it('is none where they rise for certain, but hardly', () => {
    const growth = growthOf(noisy(1000, 1), 1, 0.05);
    expect(growth.low).toBeGreaterThan(0);
    expect(growth.leaks).toBe(false);
  });

  it('is none where they go up and down, or down', () => {
    expect(growthOf([90, 130, 91, 131, 90, 132, 92, 130], 1, 0.01).leaks).toBe(false);
    expect(growthOf(noisy(100, -1), 1, 0.05).leaks).toBe(false);
  });

  it('is nothing at all where they stay as they are', () => {
    expect(growthOf([10, 10, 10, 10], 1, 0.05)).toEqual({
      level: 10,
      perMinute: 0,
      low: 0,
      high: 0,
      leaks: false,
    });
    expect(growthOf([0, 0, 0, 0], 1, 0.05).leaks).toBe(false);
  });
});
