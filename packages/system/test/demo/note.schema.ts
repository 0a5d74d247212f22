import { z } from 'zod';

export const COLOURS = ['red', 'green'] as const;

export const Note = z
  .strictObject({
    id: z.number().int(),
    title: z.string(),
    colour: z.enum(COLOURS),
    /** As it was written. */
    details: z.unknown(),
  })
  .meta({ id: 'Note' });

export type Note = z.infer<typeof Note>;

export const NoteId = z
  .string()
  .regex(/^[1-9]\d{0,14}$/, 'must be the number of a note')
  .transform(Number);
