import { z } from 'zod';

export const Note = z
  .strictObject({
    id: z.number().int(),
    writtenAt: z.string().describe('RFC 3339, UTC, microseconds'),
    headline: z.string().describe('The beginning of the first line'),
    text: z.string(),
  })
  .meta({ id: 'Note' });
export type Note = z.infer<typeof Note>;
