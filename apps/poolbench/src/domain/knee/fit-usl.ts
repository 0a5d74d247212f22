import { bootstrapInterval, type BootstrapOptions, type Interval } from '../statistics/bootstrap.ts';
import { median } from '../statistics/quantile.ts';
import { nearestUsl, uslPeak, uslThroughput, type Usl } from './usl.ts';

/** The throughput of one pool size in every round; the sizes share their rounds. */
export interface RoundsOfSize {
  readonly size: number;
  /** Operations per second, one value per round. */
  readonly rounds: readonly number[];
}

/** The law fitted to a sweep, or why it was refused. */
export type UslFit =
  | {
      readonly kind: 'fit';
      readonly law: Usl;
      /** The size with the largest throughput, not rounded. */
      readonly peak: number;
      /** Of the peak, over the rounds. */
      readonly interval: Interval;
      /** Of each size: measured / foretold − 1. */
      readonly residuals: readonly { readonly size: number; readonly residual: number }[];
    }
  | { readonly kind: 'refused'; readonly reason: UslRefusal };

/**
 * - `too-few-sizes`: fewer than six sizes were measured.
 * - `falls-from-start`: one connection is the best, as always when sigma ≥ 1.
 * - `no-maximum`: the curve does not come down, or the rounds do not agree that it does.
 */
export type UslRefusal = 'too-few-sizes' | 'falls-from-start' | 'no-maximum';

const SIZES_NEEDED = 6;

/**
 * Fits the Universal Scalability Law to the medians of a sweep; the peak's interval comes from drawing whole rounds again.
 * @throws RangeError when the sizes do not share their rounds.
 */
export function fitUsl(points: readonly RoundsOfSize[], options: BootstrapOptions): UslFit {
  const all = sharedRounds(points);
  if (new Set(points.map(({ size }) => size)).size < SIZES_NEEDED)
    return { kind: 'refused', reason: 'too-few-sizes' };
  const largest = Math.max(...points.map(({ size }) => size));
  const lawOf = (rounds: readonly number[]): Usl => nearestUsl(mediansOver(points, rounds));
  const peakOf = (rounds: readonly number[]): number => uslPeak(lawOf(rounds), largest);

  const law = lawOf(all);
  const peak = uslPeak(law, largest);
  if (peak <= 1) return { kind: 'refused', reason: 'falls-from-start' };
  const interval = bootstrapInterval(all, peakOf, options);
  if (interval.high === Infinity) return { kind: 'refused', reason: 'no-maximum' };
  const residuals = mediansOver(points, all).map(({ size, throughput }) => ({
    size,
    residual: throughput / uslThroughput(law, size) - 1,
  }));
  return { kind: 'fit', law, peak, interval, residuals };
}

/** The numbers of the rounds, from 0 on. */
function sharedRounds(points: readonly RoundsOfSize[]): number[] {
  const counts = new Set(points.map(({ rounds }) => rounds.length));
  const [count = 0] = counts;
  if (counts.size > 1 || count === 0)
    throw new RangeError(`All sizes must share one or more rounds, not have ${[...counts].join(', ')}.`);
  return Array.from({ length: count }, (_, round) => round);
}

function mediansOver(points: readonly RoundsOfSize[], chosen: readonly number[]) {
  return points.map(({ size, rounds }) => ({
    size,
    throughput: median(chosen.map((round) => rounds[round] ?? NaN)),
  }));
}
