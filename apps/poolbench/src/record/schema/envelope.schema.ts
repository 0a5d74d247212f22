import { z } from 'zod';
import { EventId, Name, RunId, Text, Timestamp, ZoneName } from './vocabulary.schema.ts';

/** Version of the records. It rises when a reader of today's could misread tomorrow's; a new field does not raise it. */
export const VERSION = 1;

const envelope = {
  run_id: RunId,
  event_id: EventId,
  seq: z.int().nonnegative().describe('0, 1, 2, … within the run'),
  ts: Timestamp,
  tz: ZoneName,
  arm: Name.nullable().describe('null for what concerns the whole run'),
  nulls: z
    .record(Name, Text)
    .optional()
    .describe('Why a field is null: by its path, such as durations.response.p99_s'),
};

/** What the writer puts on a record by itself. */
export type Stamp = 'v' | 'run_id' | 'event_id' | 'seq' | 'ts' | 'tz';

/** A type of record: the fields that all records have, and its own. */
export function defineRecord<T extends string, S extends z.ZodRawShape>(type: T, shape: S) {
  return z.object({ v: z.literal(VERSION), type: z.literal(type), ...envelope, ...shape });
}
