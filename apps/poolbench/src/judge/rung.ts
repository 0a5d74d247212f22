import { median } from '../domain/statistics/quantile.ts';
import type { CellEnd } from '../record/schema/cell.schema.ts';
import { latencyOf, punctual, type Latency } from './latency.ts';

/** What a rung of a rate ladder must be to be stood on. */
export interface RungTerms {
  /** Connections of its pool. */
  readonly size: number;
  /** Longest response at the 99th percentile, in milliseconds. */
  readonly objectiveMs: number;
}

/**
 * Whether a rate meets the objective. `late`: the generator was, in most rounds, so nothing is told; `unclear`: there were too few
 * responses to tell.
 */
export type Grade = 'meets' | 'misses' | 'unclear' | 'late';

export interface GradedRung {
  readonly grade: Grade;
  /** Null for too few responses. */
  readonly p99: Latency | null;
}

/** Of what was offered: with less done within the time, the queue only grows. */
export const KEPT_UP = 0.99;

/** Judges the rounds of a rung. */
export function gradeRung(ends: readonly CellEnd[], { size, objectiveMs }: RungTerms): GradedRung {
  const sound = punctual(ends);
  if (sound.length * 2 <= ends.length) return { grade: 'late', p99: null };
  const p99 = latencyOf(sound, 99);
  if (keptUp(sound, size) < KEPT_UP || (p99 !== null && p99.low > objectiveMs))
    return { grade: 'misses', p99 };
  return { grade: p99 !== null && p99.high <= objectiveMs ? 'meets' : 'unclear', p99 };
}

/**
 * What was done within the time, of what was offered: the median of the rounds. Those in hand at the end, one on each connection at
 * most, count as done.
 */
export function keptUp(ends: readonly CellEnd[], size: number): number {
  const shares = ends.map(({ achieved_rate, offered_rate, counts: { offered } }) =>
    Number(offered) === 0 ? 1 : (achieved_rate ?? 0) / (offered_rate ?? 0) + size / Number(offered),
  );
  return Math.min(1, median(shares));
}

/** The highest rung that meets the objective, of those below the first that misses it: one above that meets it by luck. */
export function highestThatMeets<R extends GradedRung>(rising: readonly R[]): R | undefined {
  const missed = rising.findIndex(({ grade }) => grade === 'misses');
  return rising.slice(0, missed === -1 ? undefined : missed).findLast(({ grade }) => grade === 'meets');
}
