import { createDurations, type Durations } from '../load/histogram.ts';
import type { CellEnd } from '../record/schema/cell.schema.ts';

/** The durations of one component over several rounds: their histograms added, since percentiles cannot be averaged. */
export function mergedDurations(
  ends: readonly CellEnd[],
  component: string,
  outcome: CellEnd['histograms'][number]['outcome'] = 'ok',
): Durations {
  const merged = createDurations();
  for (const { histograms } of ends)
    for (const one of histograms)
      if (one.component === component && one.outcome === outcome && one.count !== 0)
        merged.merge(createDurations({ data: one.data, beyond: Number(one.beyond) }));
  return merged;
}
