import type { Interval } from './bootstrap.ts';

/** What a ratio with its interval allows to say. */
export type Verdict = 'better' | 'worse' | 'same' | 'undecided';

/** How large a difference must be to count. */
export interface Margin {
  /** The smallest difference of interest as a share; 0.05 unless told. */
  readonly delta?: number;
  /** The difference that this machine shows between an arm and itself (`noiseFloor`); 0 unless told. */
  readonly floor?: number;
}

/** The difference that counts: never smaller than what an arm shows against itself. */
export function marginOf({ delta = 0.05, floor = 0 }: Margin = {}): number {
  return Math.max(delta, floor);
}

/**
 * Judges the interval of a ratio of which more is better (for latencies, give the ratio the other way round):
 * better or worse when it lies outside 1 ± margin, same when inside, else undecided. A mere range decides nothing.
 */
export function verdictOf(interval: Interval, margin?: Margin): Verdict {
  if (interval.kind === 'range') return 'undecided';
  const lower = 1 - marginOf(margin);
  const upper = 1 + marginOf(margin);
  if (interval.low > upper) return 'better';
  if (interval.high < lower) return 'worse';
  return interval.low >= lower && interval.high <= upper ? 'same' : 'undecided';
}

/** How far from 1 the interval of an A/A comparison reaches: no smaller difference can be told from noise. */
export function noiseFloor({ low, high }: Interval): number {
  return Math.max(Math.abs(low - 1), Math.abs(high - 1));
}
