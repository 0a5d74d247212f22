import { studentQuantile } from '../domain/statistics/distributions.ts';

/** How much values that were taken at equal distances grow from one to the next, with an interval. */
export interface Slope {
  readonly slope: number;
  readonly low: number;
  readonly high: number;
}

/**
 * The slope of the straight line through the values (least squares), with Student's interval.
 *
 * @param values at least three
 * @param level of the interval; 0.95 unless given
 */
export function slopeOf(values: readonly number[], level = 0.95): Slope {
  const n = values.length;
  if (n < 3) throw new RangeError(`A slope needs three values or more, not ${n}.`);
  const middle = (n - 1) / 2;
  const mean = values.reduce((sum, value) => sum + value, 0) / n;
  const spread = values.reduce((sum, _, index) => sum + (index - middle) ** 2, 0);
  const slope = values.reduce((sum, value, index) => sum + (index - middle) * (value - mean), 0) / spread;
  const residual = values.reduce(
    (sum, value, index) => sum + (value - mean - slope * (index - middle)) ** 2,
    0,
  );
  const half = studentQuantile((1 + level) / 2, n - 2) * Math.sqrt(residual / (n - 2) / spread);
  return { slope, low: slope - half, high: slope + half };
}
