import { z } from 'zod';
import { Measure, Seconds } from '../record/schema/vocabulary.schema.ts';
import { RunId } from '../runs/runs.schema.ts';

const Point = z.strictObject({
  at: z.number().describe('Seconds since the run began'),
  cell: z.string(),
  round: z.number().int(),
  rate: Measure.describe('Operations per second'),
  p50_s: Seconds,
  p99_s: Seconds,
  inUse: Measure,
  waiting: Measure,
  eventLoop: Measure.describe('Share of the time in which the event loop of the client was busy'),
  failed: z.number().int(),
  server: z
    .strictObject({
      commits: Measure.describe('Per second'),
      processors: Measure.describe('That the server kept busy'),
      active: z
        .strictObject({
          cpu: z.number(),
          io: z.number(),
          lock: z.number(),
          client: z.number(),
          other: z.number(),
        })
        .describe('Back-ends of the arm that were active, on average, by what they did or waited for'),
    })
    .nullable()
    .describe('Of the time up to this point; in older logs of the whole cell, when it has ended'),
});
export type LivePoint = z.infer<typeof Point>;

const Mark = z.strictObject({
  at: z.number().describe('Seconds since the run began'),
  what: z.string(),
  sentence: z.string(),
});
export type LiveMark = z.infer<typeof Mark>;

/** The newest run as it is at this moment. */
export const LiveRun = z.strictObject({
  run: z
    .strictObject({
      id: RunId,
      plan: z.string().nullable(),
      startedAt: z.string().describe('RFC 3339'),
      scenarios: z.array(z.string()),
      rounds: z.number().int().nullable(),
    })
    .nullable()
    .describe('null when no run was ever kept here'),
  running: z.boolean(),
  cell: z
    .strictObject({
      scenario: z.string(),
      name: z.string(),
      round: z.number().int(),
      rounds: z.number().int().nullable().describe('How many there are to be'),
      plannedSeconds: Seconds,
    })
    .nullable()
    .describe('What is being measured'),
  progress: z
    .strictObject({
      scenario: z.string(),
      doing: z.string(),
      left_s: Seconds.describe('By the plan'),
    })
    .nullable()
    .describe('How far it is; null in older logs, and when it is over'),
  cells: z.number().int().describe('Cells that ended'),
  errors: z.record(z.string(), z.number().int()).describe('Operations that failed, by class'),
  finding: z
    .strictObject({
      sentence: z.string(),
      korean: z.string().nullable().describe('The same in Korean; null in older logs'),
      failed: z.boolean().describe('A check that failed'),
    })
    .nullable()
    .describe('What was found last'),
  points: z.array(Point).describe('The last two minutes, oldest first'),
  marks: z.array(Mark).describe('What was done on purpose meanwhile, to the server or with the load'),
});
export type LiveRun = z.infer<typeof LiveRun>;

/** That there is something new: how many records of which run. */
export const Change = z.strictObject({
  run: RunId.nullable(),
  records: z.number().int(),
  running: z.boolean(),
});
