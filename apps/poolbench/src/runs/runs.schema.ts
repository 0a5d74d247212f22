import { z } from 'zod';
import { Seconds } from '../record/schema/vocabulary.schema.ts';
import { ULID } from '../record/ulid.ts';

export const RunId = z.string().regex(ULID, 'must be the id of a run: 26 digits and capital letters');

const Time = z.string().describe('RFC 3339');

/** How a run is, or how it ended. `killed`: its log ends without an end; `unreadable`: it is no log that can be read. */
export const RunState = z.enum(['running', 'finished', 'interrupted', 'failed', 'killed', 'unreadable']);
export type RunState = z.infer<typeof RunState>;

/** One run of the list, told from the first and the last line of its log. */
export const RunItem = z.strictObject({
  id: RunId,
  startedAt: Time,
  state: RunState,
  plan: z.string().nullable(),
  serverVersion: z.string().nullable().describe('Of PostgreSQL'),
  scratch: z.boolean().nullable().describe('Whether the server was made for the run alone'),
  seconds: Seconds.describe('How long it took, or has taken up to its newest record'),
  cells: z.number().int().nullable().describe('Cells that were measured; null before the end'),
  importedFrom: z.string().nullable().describe('The program whose log it was'),
  bytes: z.number().int().describe('Size of the log'),
  problem: z
    .enum(['unreadable', 'no-run', 'other-run'])
    .nullable()
    .describe(
      'The file cannot be read; it does not begin as a run does; it holds another run than its name says',
    ),
});
export type RunItem = z.infer<typeof RunItem>;
