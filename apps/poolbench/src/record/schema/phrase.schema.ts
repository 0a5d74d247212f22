import { z } from 'zod';
import { Name, Text } from './vocabulary.schema.ts';

const Facts = z.record(Name, Text).describe('What stands in its holes, as it is printed');

/** A part of a sentence. */
export const Clause = z.object({ code: Name, facts: Facts });

/**
 * A sentence as a code and what it is filled with, so that it can be said in either language. A code that a reader does not know is of a
 * newer version; the record has the English sentence, too.
 */
export const Phrase = z.object({
  code: Name,
  facts: Facts,
  clauses: z
    .record(Name, z.array(Clause))
    .describe('Parts that are sentences by code themselves, in its other holes'),
});

export type Clause = z.infer<typeof Clause>;
export type Phrase = z.infer<typeof Phrase>;
