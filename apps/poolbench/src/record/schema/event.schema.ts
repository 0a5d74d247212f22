import { z } from 'zod';
import { EVENT_KINDS } from '../event-kinds.ts';
import { defineRecord } from './envelope.schema.ts';
import { Measure, Name, Seconds, Text } from './vocabulary.schema.ts';

/** Something that was done on purpose, as a mark for lines over time. */
export const RunEvent = defineRecord('event', {
  scenario: Name,
  cell: Name.nullable().describe('null between cells'),
  round: z.int().nonnegative().nullable(),
  elapsed_s: Seconds.describe('Since the start of the load of the cell; null between cells'),
  what: Name.describe(`${EVENT_KINDS.join(', ')}; others may come`),
  sentence: Text.describe('For people'),
});

/** How far the run was, each few seconds: for those who follow it from outside. No result rests on it. */
export const RunProgress = defineRecord('progress', {
  scenario: Name,
  doing: Text.describe('For people'),
  done_ratio: Measure.describe('Share of the planned time that is over'),
  left_s: Seconds.describe('That are left, by the plan'),
});

export type RunEvent = z.infer<typeof RunEvent>;
export type RunProgress = z.infer<typeof RunProgress>;
