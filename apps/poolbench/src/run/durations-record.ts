import type { Durations } from '../load/histogram.ts';
import { isSupported } from '../domain/statistics/percentile-rule.ts';
import type { CellEnd } from '../record/schema/cell.schema.ts';

type DurationsRecord = CellEnd['durations'][string];

/** Durations of one component as a record has them: seconds, and no percentile that its samples do not support. */
export function durationsRecord(durations: Durations): DurationsRecord {
  const count = durations.count();
  const at = (percent: number): number | null =>
    isSupported(percent, count) ? seconds(durations.percentile(percent)) : null;
  return {
    count,
    mean_s: seconds(durations.mean()),
    min_s: seconds(durations.percentile(0)),
    p50_s: at(50),
    p90_s: at(90),
    p99_s: at(99),
    p999_s: at(99.9),
    max_s: seconds(durations.percentile(100)),
  };
}

/** A histogram as a record has it, to be merged with others later. */
export function histogramRecord(
  component: string,
  outcome: CellEnd['histograms'][number]['outcome'],
  durations: Durations,
): CellEnd['histograms'][number] {
  return {
    component,
    outcome,
    count: durations.count(),
    beyond: durations.beyond(),
    data: durations.encoded(),
  };
}

function seconds(milliseconds: number | null): number | null {
  return milliseconds === null ? null : milliseconds / 1000;
}
