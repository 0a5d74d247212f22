import { z } from 'zod';
import { confidences, severities } from '../catalogue/finding.ts';

/** A rule of the catalogue. */
export const RuleItem = z
  .strictObject({
    id: z.string().describe('Never given to another rule'),
    name: z.string(),
    severity: z.enum(severities).describe('How bad a finding is at worst'),
    confidence: z.enum(confidences).describe('How sure a finding is at best'),
    title: z.strictObject({ ko: z.string(), en: z.string() }),
    advice: z.strictObject({ ko: z.string(), en: z.string() }),
    checklist: z.array(z.string()).describe('Lines of the official checklist that it bears on'),
  })
  .meta({ id: 'AuditRule' });
export type RuleItem = z.infer<typeof RuleItem>;
