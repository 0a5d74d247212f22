import { z } from 'zod';
import { confidences, severities } from '../catalogue/finding.ts';
import { engines } from '../domain/model/subject.ts';

const Reason = z.string().trim().min(1, 'needs a reason');
const Id = z.string().transform((id) => id.trim().toUpperCase());

const RuleEntry = z
  .strictObject({
    use: z.enum(['on', 'off']).optional(),
    severity: z.enum(severities).optional(),
    reason: Reason.optional(),
  })
  .refine((entry) => entry.reason !== undefined || (entry.use !== 'off' && entry.severity === undefined), {
    message: 'needs a reason: say why it is off or has another severity',
  });

/** `madang-audit.yaml`: what the house of a contract has settled about its check. */
export const SettingsFile = z.strictObject({
  engine: z.enum(engines).optional(),
  'fail-on': z.enum([...severities, 'never']).optional(),
  'min-confidence': z.enum(confidences).optional(),
  only: z.array(Id).min(1).optional(),
  rules: z.record(Id, RuleEntry).optional(),
  ignore: z.array(z.strictObject({ path: z.string().min(1), reason: Reason })).optional(),
});
export type SettingsFile = z.infer<typeof SettingsFile>;
