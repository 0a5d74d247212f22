import { z } from 'zod';
import { Verdict } from '../record/schema/verdict.schema.ts';
import { Measure, Seconds } from '../record/schema/vocabulary.schema.ts';
import { RunItem } from './runs.schema.ts';

const Finding = z.strictObject({
  subject: Verdict.shape.subject,
  answer: Verdict.shape.answer,
  arm: z.string().nullable(),
  against: z.string().nullable(),
  workload: z.string().nullable(),
  value: Measure.describe('The ratio, or the size'),
  low: Measure,
  high: Measure,
  method: z.string().nullable(),
  delta: Measure.describe('The smallest difference of interest, as a share'),
  sentence: z.string().describe('In English, as it was recorded'),
  korean: z.string().nullable().describe('The same in Korean; null in a log of an earlier version'),
});
export type Finding = z.infer<typeof Finding>;

const Cell = z.strictObject({
  name: z.string(),
  arm: z.string(),
  workload: z.string(),
  poolSize: z.number().int().nullable(),
  rates: z.array(z.number()).describe('Operations per second, round by round'),
  rate: Measure.describe('The median of the rounds'),
  p50_s: Seconds,
  p99_s: Seconds.describe('null where the samples do not support it'),
  means_s: z.record(z.string(), z.number()).describe('Means of the parts of a response, which add up'),
  waitShare: Measure,
  failed: z.number().int(),
  opensPerOperation: Measure,
  clientCpu_s: Seconds.describe('CPU time for each operation'),
  serverCpu_s: Seconds,
  eventLoop: Measure,
  limit: z.string().nullable(),
  flags: z.array(z.string()),
});
export type ReportCell = z.infer<typeof Cell>;

const Section = z.strictObject({
  scenario: z.string(),
  findings: z.array(Finding),
  cells: z.array(Cell),
});
export type ReportSection = z.infer<typeof Section>;

const Moment = z.strictObject({
  at_s: z.number().describe('Since the run began, by the wall clock'),
  rate: Measure,
  p99_s: Seconds,
  inUse: Measure,
  waiting: Measure,
});
export type Moment = z.infer<typeof Moment>;

/** What a run found: all that its page shows. */
export const RunReport = z.strictObject({
  run: RunItem,
  surroundings: z.strictObject({
    authentication: z.string().nullable(),
    tls: z.string().nullable(),
    cores: z.number().int().nullable(),
    node: z.string().nullable(),
    rounds: z.number().int(),
    seed: z.number().int().nullable(),
  }),
  sections: z.array(Section),
  settings: z.array(z.string()).describe('Lines to paste'),
  warnings: z.array(z.string()).describe('What speaks against believing it'),
  moments: z.array(Moment).describe('The run second by second'),
});
export type RunReport = z.infer<typeof RunReport>;
