import { describe, expect, it } from 'vitest';
import { createRandom, exponential } from './random.ts';

describe('createRandom', () => {
  it('gives the numbers that an independent implementation of sfc32 gives', () => {
    // Computed by the reference algorithm in Python, with integers of any size.
    const expected = new Map([
      [0, [0.31748144353787644, 0.18830282972553158, 0.22070574447598978]],
      [42, [0.29439390788555, 0.9125655762203799, 0.15283040785296254]],
      [Number.MAX_SAFE_INTEGER, [0.7609843358837698, 0.760523885805499, 0.44309726632753477]],
    ]);
    for (const [seed, numbers] of expected) {
      const random = createRandom(seed);
      expect(numbers.map(() => random.next())).toEqual(numbers);
    }
  });

  it('is uniform: the tenths of 100,000 numbers pass a chi-squared test', () => {
    const random = createRandom(1);
    const counts = new Array<number>(10).fill(0);
    for (let index = 0; index < 100_000; index += 1) {
      const tenth = random.integer(10);
      counts[tenth] = counts[tenth]! + 1;
    }
    const chiSquared = counts.reduce((sum, count) => sum + (count - 10_000) ** 2 / 10_000, 0);
    // The 99.9 % point with nine degrees of freedom.
    expect(chiSquared).toBeLessThan(27.88);
  });

  it('shuffles into every order alike, and leaves the given items alone', () => {
    const random = createRandom(2);
    const items = ['a', 'b', 'c'] as const;
    const orders = new Map<string, number>();
    for (let index = 0; index < 6_000; index += 1) {
      const order = random.shuffle(items).join('');
      orders.set(order, (orders.get(order) ?? 0) + 1);
    }
    expect(items).toEqual(['a', 'b', 'c']);
    expect([...orders.keys()].sort()).toEqual(['abc', 'acb', 'bac', 'bca', 'cab', 'cba']);
    // Four standard deviations of a count with mean 1,000.
    for (const count of orders.values()) expect(Math.abs(count - 1_000)).toBeLessThan(116);
  });

  it('refuses seeds and bounds that are not whole numbers', () => {
    for (const seed of [-1, 0.5, NaN, 2 ** 53]) expect(() => createRandom(seed)).toThrow(RangeError);
    for (const bound of [0, 1.5, Infinity]) expect(() => createRandom(0).integer(bound)).toThrow(RangeError);
  });
});

describe('exponential', () => {
  it('has the mean asked for, and exceeds it once in e times', () => {
    const random = createRandom(3);
    const values = Array.from({ length: 50_000 }, () => exponential(random, 0.2));
    const mean = values.reduce((sum, value) => sum + value, 0) / values.length;
    expect(mean).toBeCloseTo(0.2, 2);
    expect(values.filter((value) => value > 0.2).length / values.length).toBeCloseTo(1 / Math.E, 2);
    expect(Math.min(...values)).toBeGreaterThanOrEqual(0);
  });
});
