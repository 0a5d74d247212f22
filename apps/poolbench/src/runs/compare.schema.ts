import { z } from 'zod';
import { RunId, RunItem } from './runs.schema.ts';

const Side = z.strictObject({
  id: RunId,
  startedAt: z.string(),
  plan: z.string(),
  serverVersion: z.string().nullable(),
});

const Pair = z.strictObject({
  scenario: z.string(),
  cell: z.string(),
  rateA: z.number().describe('Operations per second, the median over rounds'),
  rateB: z.number(),
  ratio: z.number().describe('b / a'),
  low: z.number(),
  high: z.number(),
  interval: z.enum(['interval', 'range']).describe('Of few rounds only the least and the most are told'),
  verdict: z.enum(['better', 'worse', 'same', 'undecided']).describe('Of b against a'),
});
export type ComparedCell = z.infer<typeof Pair>;

/** Two runs beside each other. */
export const ComparedRuns = z.strictObject({
  a: Side,
  b: Side,
  cells: z.array(Pair).describe('Cells that both have'),
  onlyA: z.array(z.string()),
  onlyB: z.array(z.string()),
  differences: z.array(z.string()).describe('In what the two differ beside what is meant to'),
});
export type ComparedRuns = z.infer<typeof ComparedRuns>;

/** What the page of a comparison is drawn from: the comparison once two runs are chosen, and the runs to choose from. */
export const Comparison = z.strictObject({ compared: ComparedRuns.nullable(), runs: z.array(RunItem) });
export type Comparison = z.infer<typeof Comparison>;
