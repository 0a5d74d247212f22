import { STAGES, type StageTimes } from '../prober/stages.ts';
import type { CellSummary } from './summary.ts';

/** Mean milliseconds of each stage of the connections of a cell; null for stages that did not take place. Means add up. */
export function stageMeans({ means }: Pick<CellSummary, 'means'>): StageTimes {
  const times = STAGES.map((stage) => [stage, means[`connect.${stage}`] ?? null] as const);
  return Object.fromEntries(times) as StageTimes;
}
