import type { BootstrapOptions } from './bootstrap.ts';
import { ROUNDS_FOR_INTERVAL, type Interval } from './bootstrap.ts';
import { positive } from '../positive.ts';
import { studentCdf } from './distributions.ts';
import { mean, median, quantileOfSorted } from './quantile.ts';
import { marginOf, type Margin } from './verdict.ts';

/** How many times as much one run did as another; their rounds have nothing to do with each other. */
export interface RatioOfRuns {
  /** Of the medians over each run's rounds. */
  readonly ratio: number;
  readonly interval: Interval;
}

/**
 * Compares the same cell of two runs. The rounds were not measured side by side, so they cannot be paired: each run's are drawn again
 * on their own (percentile bootstrap of the ratio of medians). With fewer than six rounds in either there is only the range that the
 * rounds allow.
 * @param a one positive value for each round, such as operations per second
 */
export function ratioOfRuns(
  a: readonly number[],
  b: readonly number[],
  { random, resamples = 10_000, confidence = 0.95 }: BootstrapOptions,
): RatioOfRuns {
  if (a.length === 0 || b.length === 0) throw new RangeError('Each run must have a round.');
  for (const value of [...a, ...b]) positive('A value', value);
  const ratio = median(a) / median(b);
  if (Math.min(a.length, b.length) < ROUNDS_FOR_INTERVAL) {
    const [low, high] = [Math.min(...a) / Math.max(...b), Math.max(...a) / Math.min(...b)];
    return { ratio, interval: { kind: 'range', low, high } };
  }
  const again = (values: readonly number[]): number =>
    median(values.map(() => values[random.integer(values.length)] ?? NaN));
  const ratios = Float64Array.from({ length: resamples }, () => again(a) / again(b)).sort();
  const tail = (1 - confidence) / 2;
  return {
    ratio,
    interval: {
      kind: 'interval',
      low: quantileOfSorted(ratios, tail),
      high: quantileOfSorted(ratios, 1 - tail),
      confidence,
    },
  };
}

/**
 * The two-sided p-value of "the ratio of the runs lies within 1 ± margin": Welch's t of the logarithms, taken at the nearer edge. It is
 * 1 where one of the runs has a single round.
 */
export function runsPValue(a: readonly number[], b: readonly number[], margin?: Margin): number {
  const [one, other] = [momentsOf(a), momentsOf(b)];
  if (one === null || other === null) return 1;
  const centre = one.mean - other.mean;
  const [upper, lower] = [Math.log(1 + marginOf(margin)), Math.log(Math.max(0, 1 - marginOf(margin)))];
  const beyond = Math.max(centre - upper, lower - centre);
  if (beyond <= 0) return 1;
  const squared = one.ofMean + other.ofMean;
  if (squared === 0) return 0;
  // Welch and Satterthwaite; rounded down, which errs on the side of no difference.
  const freedom = Math.floor(
    squared ** 2 / (one.ofMean ** 2 / one.freedom + other.ofMean ** 2 / other.freedom),
  );
  return 2 * studentCdf(-beyond / Math.sqrt(squared), freedom);
}

function momentsOf(values: readonly number[]) {
  if (values.length < 2) return null;
  const logs = values.map(Math.log);
  const centre = mean(logs);
  const freedom = values.length - 1;
  const variance = logs.reduce((sum, log) => sum + (log - centre) ** 2, 0) / freedom;
  return { mean: centre, ofMean: variance / values.length, freedom };
}
