import { z } from 'zod';

/** What the audit is, in numbers. */
export const AuditFacts = z
  .strictObject({
    ruleSet: z.string(),
    version: z.string().describe('Of the tool'),
    rules: z.int(),
    families: z.array(
      z.strictObject({
        id: z.string().describe('First letter of the ids of its rules'),
        title: z.strictObject({ ko: z.string(), en: z.string() }),
        rules: z.int(),
      }),
    ),
    checklistLines: z
      .int()
      .describe('Lines of the official checklist, for each of which a check gives a verdict'),
    limits: z.strictObject({
      bytes: z.int().describe('Most that may be handed in'),
      seconds: z.int().describe('Longest that a check may take'),
    }),
  })
  .meta({ id: 'AuditFacts' });
export type AuditFacts = z.infer<typeof AuditFacts>;
