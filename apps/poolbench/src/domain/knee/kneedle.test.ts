import { describe, expect, it } from 'vitest';
import { kneedle } from './kneedle.ts';

const curve = (sizes: readonly number[], throughput: (size: number) => number) =>
  sizes.map((size) => ({ size, throughput: throughput(size) }));

const upTo = (last: number): number[] => Array.from({ length: last + 1 }, (_, size) => size);

describe('kneedle', () => {
  it('finds the knee of figure 2 of the paper, 0.22', () => {
    const tenths = upTo(9).map((index) => index / 9);
    expect(kneedle(curve(tenths, (x) => 5 - 1 / (x + 0.1)))).toBeCloseTo(0.22, 2);
  });

  it('finds where the slope of a smooth curve passes that of the diagonal', () => {
    // 1 − (1 − x)² has slope 1 at a half; of 1 − exp(−k x) it is at ln(k / (1 − exp(−k))) / k.
    expect(kneedle(curve(upTo(100), (x) => 1 - (1 - x / 100) ** 2))).toBe(50);
    const k = 8;
    const knee = Math.log(k / (1 - Math.exp(-k))) / k;
    expect(kneedle(curve(upTo(100), (x) => -Math.exp((-k * x) / 100)))).toBe(Math.round(100 * knee));
  });

  it('finds the knee of a measured pool sweep, whatever the order and the unit', () => {
    const selects = [8.7, 20.2, 22.8, 23.6, 21.6, 15.6];
    const points = [1, 2, 5, 10, 20, 50].map((size, index) => ({ size, throughput: selects[index]! }));
    expect(kneedle(points)).toBe(5);
    expect(
      kneedle(points.toReversed().map((point) => ({ ...point, throughput: 1_000 * point.throughput }))),
    ).toBe(5);
  });

  it('is not moved by one outlier', () => {
    const points = curve(upTo(20), (x) => 1 - Math.exp(-x / 3));
    const withOutlier = points.map((point) => (point.size === 14 ? { ...point, throughput: 1.6 } : point));
    expect(kneedle(points)).toBe(6);
    expect(kneedle(withOutlier)).toBe(6);
  });

  it('finds none in a straight line, a flat line, a curve that bends upwards, or hardly any points', () => {
    for (const throughput of [(x: number) => x, () => 7, (x: number) => x ** 2])
      expect(kneedle(curve(upTo(10), throughput))).toBeUndefined();
    expect(kneedle(curve([1, 2], (x) => x))).toBeUndefined();
    expect(kneedle([])).toBeUndefined();
  });

  it('wants a clearer knee when it is less sensitive', () => {
    const slight = curve(upTo(10), (x) => 1 - (1 - x / 10) ** 2);
    expect(kneedle(slight, { sensitivity: 1 })).toBe(5);
    expect(kneedle(slight, { sensitivity: 3 })).toBeUndefined();
  });
});
