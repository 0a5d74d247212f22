import { z } from 'zod';
import { CellEnd, CellStart, Interval, Sample } from './cell.schema.ts';
import type { Stamp } from './envelope.schema.ts';
import { RunEvent, RunProgress } from './event.schema.ts';
import { RunEnd, RunStart } from './run.schema.ts';
import { Verdict } from './verdict.schema.ts';
import type { Count } from './vocabulary.schema.ts';

/** Any record of a log: one line of it. Unknown fields are dropped when read; the writer refuses them. */
export const LogRecord = z.discriminatedUnion('type', [
  RunStart,
  CellStart,
  Sample,
  Interval,
  RunEvent,
  CellEnd,
  Verdict,
  RunProgress,
  RunEnd,
]);

export type LogRecord = z.infer<typeof LogRecord>;

/**
 * A record as its maker gives it: without what the writer puts on. Counts may be bigints; numbers may be NaN or infinite where
 * null is allowed (the writer tells in `nulls` which it was).
 */
export type RecordDraft = LogRecord extends infer R
  ? R extends LogRecord
    ? Draft<Omit<R, Stamp>>
    : never
  : never;

type Draft<T> = [Count, NonNullable<T>] extends [NonNullable<T>, Count]
  ? T | bigint
  : T extends readonly (infer E)[]
    ? readonly Draft<E>[]
    : T extends object
      ? { readonly [K in keyof T]: Draft<T[K]> }
      : T;

/** The records as a JSON Schema (draft 2020-12), for readers that are not ours: it allows unknown fields. */
export function logJsonSchema(): object {
  return z.toJSONSchema(LogRecord, { io: 'input' });
}
