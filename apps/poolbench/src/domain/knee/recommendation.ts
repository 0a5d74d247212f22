import { smallestNearBest, type SweepPoint } from './smallest-near-best.ts';

/** A pool size with its throughput and its tail. */
export interface LatencyPoint extends SweepPoint {
  /** The 99th percentile of the response time, in any one unit; null when the samples do not support it. */
  readonly p99: number | null;
}

/** The size to advise. */
export interface Recommendation {
  readonly size: number;
  /** Whether its p99 is within 1.5 times the smallest p99 of the sweep; null when it cannot be told. */
  readonly latencyHolds: boolean | null;
}

const TAIL_ALLOWANCE = 1.5;

/** The smallest size near the best throughput, with the check that its tail is near the best as well. */
export function recommend(points: readonly LatencyPoint[]): Recommendation {
  const { size, p99 } = smallestNearBest(points);
  const known = points.flatMap((point) => point.p99 ?? []);
  return { size, latencyHolds: p99 === null ? null : p99 <= TAIL_ALLOWANCE * Math.min(...known) };
}
