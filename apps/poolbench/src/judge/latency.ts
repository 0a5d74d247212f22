import { percentileBounds } from '../domain/statistics/percentile-bounds.ts';
import type { CellEnd } from '../record/schema/cell.schema.ts';
import { mergedDurations } from './merged.ts';

/** A percentile of response times, in milliseconds, with its interval of 95 %. */
export interface Latency {
  readonly percent: number;
  readonly ms: number;
  readonly low: number;
  readonly high: number;
}

/** Of all that was sent in these rounds, whatever became of it: otherwise a server that fails would look fast. Null for too few. */
export function latencyOf(ends: readonly CellEnd[], percent: number): Latency | null {
  const response = mergedDurations(ends, 'response', 'all');
  const bounds = percentileBounds(percent, response.count());
  if (bounds === null) return null;
  const at = (place: number): number => response.percentile(place) ?? 0;
  return { percent, ms: at(percent), low: at(bounds.low), high: at(bounds.high) };
}

/** The longest of a round that succeeded, in milliseconds; 0 without any. @param component a response unless given */
export function longestOf({ durations }: CellEnd, component = 'response'): number {
  return (durations[component]?.max_s ?? 0) * 1000;
}

/** Those rounds in which the load began when it was meant to: of the others the latency may be the generator's own. */
export function punctual(ends: readonly CellEnd[]): CellEnd[] {
  return ends.filter(({ flags }) => !flags.includes('generator-bound'));
}
