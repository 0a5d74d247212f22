import { kneedle } from '../domain/knee/kneedle.ts';
import { fitUsl, type UslFit } from '../domain/knee/fit-usl.ts';
import { recommend } from '../domain/knee/recommendation.ts';
import type { Random } from '../domain/random.ts';
import { bootstrapInterval, type Interval } from '../domain/statistics/bootstrap.ts';
import { isSupported } from '../domain/statistics/percentile-rule.ts';
import { median } from '../domain/statistics/quantile.ts';
import { ratioOfArms } from '../domain/statistics/ratio.ts';
import { mostOften } from './limit.ts';
import { mergedDurations } from './merged.ts';
import { inCommonRounds, isComparable, ratesOf, type Series } from './series.ts';

/** How large a pool should be for one workload, by three ways that need not agree. */
export interface Sizing {
  /** The smallest size near the best throughput: the one that is advised. */
  readonly size: number;
  /** Of that size when whole rounds are drawn again; null for too few rounds. */
  readonly interval: Interval | null;
  /** Whether its p99 is within 1.5 times the smallest; null when the samples do not tell. */
  readonly latencyHolds: boolean | null;
  readonly kneedle: number | undefined;
  readonly usl: UslFit;
  /** The size from which on something is the limit, and what. */
  readonly limit: { readonly from: number; readonly what: string } | null;
  readonly rounds: number;
}

/** Enough that the advised size moves by no round drawn or not; each resample judges all sizes anew. */
const RESAMPLES = 2000;

/** Sizes a pool by the sweep of one workload; null when nothing can be compared. */
export function sizingOf(series: readonly Series[], random: Random): Sizing | null {
  const sizes = inCommonRounds(series.filter(isComparable))
    .filter(isComparable)
    .toSorted((a, b) => (a.start.pool_size ?? 0) - (b.start.pool_size ?? 0))
    .map((one) => ({ size: one.start.pool_size ?? 0, rounds: ratesOf(one), series: one }));
  const count = sizes[0]?.rounds.length ?? 0;
  if (count === 0) return null;
  const points = pointsOf(sizes, random);
  const { size, latencyHolds } = recommend(points);
  const all = Array.from({ length: count }, (_, round) => round);
  const interval = bootstrapInterval(all, (rounds) => nearBestOf(sizes, rounds), {
    random,
    resamples: RESAMPLES,
  });
  return {
    size,
    interval:
      interval.kind === 'range'
        ? null
        : { ...interval, low: Math.round(interval.low), high: Math.round(interval.high) },
    latencyHolds,
    kneedle: kneedle(points),
    usl: fitUsl(sizes, { random, resamples: RESAMPLES }),
    limit: limitOf(sizes),
    rounds: count,
  };
}

interface SizeRounds {
  readonly size: number;
  readonly rounds: readonly number[];
  readonly series: Series;
}

function pointsOf(sizes: readonly SizeRounds[], random: Random) {
  const rate = ({ rounds }: SizeRounds): number => median(rounds);
  const best = sizes.reduce((a, b) => (rate(b) > rate(a) ? b : a));
  return sizes.map((one) => ({
    size: one.size,
    throughput: rate(one),
    // Round by round against the best size, so that a slow round slows both.
    low: rate(best) * ratioOfArms(one.rounds, best.rounds, { random }).interval.low,
    p99: p99Of(one.series),
  }));
}

const NEAR_BEST = 0.95;

function nearBestOf(sizes: readonly SizeRounds[], rounds: readonly number[]): number {
  const rates = sizes.map((one) => median(rounds.map((round) => one.rounds[round] ?? 0)));
  const best = Math.max(...rates);
  return sizes[rates.findIndex((rate) => rate >= NEAR_BEST * best)]?.size ?? 0;
}

function p99Of({ ends }: Series): number | null {
  const response = mergedDurations(ends, 'response');
  return isSupported(99, response.count()) ? response.percentile(99) : null;
}

function limitOf(sizes: readonly SizeRounds[]): Sizing['limit'] {
  for (const { size, series } of sizes) {
    const what = mostOften(series.ends.map(({ limit }) => limit));
    if (what !== null) return { from: size, what };
  }
  return null;
}
