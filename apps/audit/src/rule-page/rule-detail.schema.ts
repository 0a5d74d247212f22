import { z } from 'zod';
import { RuleItem } from '../rule-list/rule.schema.ts';

const InBoth = z.strictObject({ ko: z.string(), en: z.string() });

/** A rule with its page. */
export const RuleDetail = z
  .strictObject({
    ...RuleItem.shape,
    checklist: z
      .array(z.strictObject({ id: z.string(), title: InBoth }))
      .describe('Lines of the official checklist that it bears on'),
    samples: z
      .array(
        z.strictObject({
          name: z.string(),
          kind: z.enum(['bad', 'good']),
          found: z.int().describe('Lines where it is found'),
          alike: z.int().describe('Lines that look like it and are right'),
          todo: z.int().describe('Lines that are known to come out otherwise'),
        }),
      )
      .describe('Contracts by which it is tested'),
    page: InBoth.describe('What, why, bad, better and limits, as Markdown'),
    before: z.string().nullable().describe('Id of the rule before'),
    after: z.string().nullable().describe('Id of the rule after'),
  })
  .meta({ id: 'AuditRuleDetail' });
export type RuleDetail = z.infer<typeof RuleDetail>;
