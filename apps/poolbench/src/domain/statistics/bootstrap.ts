import type { Random } from '../random.ts';
import { normalCdf, normalQuantile, studentQuantile } from './distributions.ts';
import { mean, quantileOfSorted } from './quantile.ts';

/** How sure a number is: a confidence interval, or only a range where the rounds are too few for one. */
export type Interval =
  | { readonly kind: 'interval'; readonly low: number; readonly high: number; readonly confidence: number }
  | { readonly kind: 'range'; readonly low: number; readonly high: number };

/** Of fewer values than this there is no interval, only their range. */
export const ROUNDS_FOR_INTERVAL = 6;

/** From so many values on, the interval is corrected for bias and skewness (BCa). */
const ROUNDS_FOR_BCA = 10;

/** What a bootstrap needs beside its values. */
export interface BootstrapOptions {
  readonly random: Random;
  /** How often the values are drawn again; 10,000 unless told. */
  readonly resamples?: number;
  /** Probability that the interval holds the truth; 0.95 unless told. */
  readonly confidence?: number;
}

/** A summary of the values, such as the median. It must not depend on their order. */
export type Statistic = (values: readonly number[]) => number;

/**
 * The confidence interval of a statistic, by drawing the values again with replacement.
 *
 * - Fewer than 6 values: the smallest and the largest statistic of a single value, called a range.
 * - 6 to 9: the percentile interval. From 10 on: the BCa interval (Efron 1987).
 * - Both are expanded for small samples (Hesterberg 2015; `expand` of R's `resample`): the plain 95 % interval holds the
 *   truth too rarely, for the median of eight normal values 91 times in 100, for the mean of six 85 times.
 *
 * The unit is the round: give one value per round, never one per request.
 * @throws RangeError for no values.
 */
export function bootstrapInterval(
  values: readonly number[],
  statistic: Statistic,
  { random, resamples = 10_000, confidence = 0.95 }: BootstrapOptions,
): Interval {
  if (values.length < ROUNDS_FOR_INTERVAL) return rangeOf(values.map((value) => statistic([value])));
  const replicates = resampled(values, statistic, random, resamples);
  const reach = expandedReach(confidence, values.length);
  const shareAt = values.length < ROUNDS_FOR_BCA ? normalCdf : bcaShare(values, statistic, replicates);
  return {
    kind: 'interval',
    low: quantileOfSorted(replicates, shareAt(-reach)),
    high: quantileOfSorted(replicates, shareAt(reach)),
    confidence,
  };
}

function rangeOf(values: readonly number[]): Interval {
  if (values.length === 0) throw new RangeError('There is no interval of no values.');
  return { kind: 'range', low: Math.min(...values), high: Math.max(...values) };
}

/** The statistic of each resample, ascending. */
function resampled(values: readonly number[], statistic: Statistic, random: Random, resamples: number) {
  const replicates = new Float64Array(resamples);
  const drawn = [...values];
  for (let index = 0; index < resamples; index += 1) {
    for (let place = 0; place < drawn.length; place += 1)
      drawn[place] = values[random.integer(values.length)] ?? NaN;
    replicates[index] = statistic(drawn);
  }
  return replicates.sort();
}

/** How many standard errors the interval reaches to each side: Student's t instead of the normal, times √(n / (n − 1)). */
function expandedReach(confidence: number, n: number): number {
  return studentQuantile((1 + confidence) / 2, n - 1) * Math.sqrt(n / (n - 1));
}

/** From standard errors to the share of the replicates, moved by their bias and stretched by the skewness. */
function bcaShare(values: readonly number[], statistic: Statistic, replicates: Float64Array) {
  const bias = biasOf(replicates, statistic(values));
  const acceleration = accelerationOf(values, statistic);
  return (z: number): number => normalCdf(bias + (bias + z) / (1 - acceleration * (bias + z)));
}

/** The normal quantile of the share of replicates below the estimate; ties count half, and no share is quite 0 or 1. */
function biasOf(replicates: Float64Array, estimate: number): number {
  let below = 0;
  for (const replicate of replicates) below += replicate < estimate ? 1 : replicate === estimate ? 0.5 : 0;
  return normalQuantile((below + 0.5) / (replicates.length + 1));
}

/** A sixth of the skewness of the statistic when one value at a time is left out (jackknife). */
function accelerationOf(values: readonly number[], statistic: Statistic): number {
  const partial = values.map((_, left) => statistic(values.toSpliced(left, 1)));
  const centre = mean(partial);
  const deviations = partial.map((value) => centre - value);
  const squares = deviations.reduce((sum, deviation) => sum + deviation ** 2, 0);
  const cubes = deviations.reduce((sum, deviation) => sum + deviation ** 3, 0);
  const acceleration = cubes / (6 * squares ** 1.5);
  return Number.isFinite(acceleration) ? acceleration : 0;
}
