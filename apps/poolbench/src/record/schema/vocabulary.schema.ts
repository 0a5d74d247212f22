import { z } from 'zod';
import { TIMESTAMP } from '../timestamp.ts';
import { ULID } from '../ulid.ts';

/** Strings that this program makes and whose form is checked. Every other string may have come from anywhere. */
export const ownStrings = z.registry<{ own: true }>();

const own = (pattern: RegExp) => z.string().regex(pattern).register(ownStrings, { own: true });

/** The name of an arm, a cell, a counter, a setting: short, and of letters, digits, spaces and little else. */
export const Name = own(/^[\p{L}\p{N}][\p{L}\p{N} ,._:/+*×%()-]{0,199}$/u);

/** Text of any origin. Secrets are cut out of it when it is written. */
export const Text = z.string();

/** Bytes that this program packed. */
export const Base64 = own(/^[A-Za-z0-9+/]*={0,2}$/);

export const RunId = own(ULID).describe('ULID');

export const EventId = own(/^[0-7][0-9A-HJKMNP-TV-Z]{25}-\d{8,}$/).describe('run_id and seq');

export const Timestamp = own(TIMESTAMP).describe(
  'RFC 3339 with the offset of the zone tz at that instant and six digits of the second',
);

export const ZoneName = own(/^[A-Za-z][\w+/-]*$/).describe('IANA time zone');

/** How many; decimal digits in a string from 2^53 on, where a number would not be exact. */
export const Count = z
  .union([z.int().nonnegative(), z.string().regex(/^[1-9]\d{15,}$/)])
  .describe('A count; decimal digits in a string from 2^53 on');

/** A measured value of either sign, below 2^53 when it is whole; null when there is none, or no finite one (the record's `nulls` tells why). */
export const Measure = z
  .number()
  .nullable()
  .describe('null when there is none; nulls tells why where that is not plain');

/** A duration by a monotonic clock. The names of such fields end in `_s`, except that rates end in `_rate`. */
export const Seconds = z
  .number()
  .nonnegative()
  .nullable()
  .describe('Seconds by a monotonic clock; null when there are none');

/** What became of an operation. `unknown` is for logs of programs that did not look. */
export const OUTCOMES = ['ok', 'error', 'timeout', 'hung', 'dropped', 'unknown'] as const;

export const Outcome = z.enum(OUTCOMES);

export type Count = z.infer<typeof Count>;
export type Outcome = z.infer<typeof Outcome>;
