import { z } from 'zod';

export const KeptReport = z
  .strictObject({
    id: z.number().int(),
    keptAt: z.string().describe('RFC 3339, UTC, microseconds'),
    server: z.string().describe('Version of PostgreSQL that was measured'),
    text: z.string().describe('The report as the terminal showed it'),
    report: z.unknown().describe('The same for programs'),
  })
  .meta({ id: 'KeptReport' });
export type KeptReport = z.infer<typeof KeptReport>;
