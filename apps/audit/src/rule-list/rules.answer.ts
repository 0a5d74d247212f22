import { defineList } from '@madang/system';
import { z } from 'zod';
import { auditWords } from '../audit.words.ts';
import { severities } from '../catalogue/finding.ts';
import { rules } from '../rules/index.ts';
import { RULE_SET } from '../rules/version.ts';
import { families } from './families.ts';
import { listRules } from './list-rules.ts';
import { RuleItem } from './rule.schema.ts';
import { RulesPage } from './rules.page.tsx';

export const ruleList = defineList({
  operationId: 'listAuditRules',
  path: '/rules',
  summary: { ko: '감사 규칙, 번호 순.', en: 'The rules of the audit, by id.' },
  query: z.strictObject({
    severity: z.enum(severities).optional().describe('Only of this severity.'),
    family: z.enum(families).optional().describe('Only those whose id starts with this letter.'),
    text: z
      .string()
      .max(200, 'must have at most 200 characters')
      .optional()
      .describe('Stands in id, name, title, advice or checklist line, in either language.'),
  }),
  item: RuleItem,
  version: () => Promise.resolve(RULE_SET),
  usual: rules.length,
  key: z.tuple([z.string()]),
  keyOf: ({ id }) => [id],
  rows: (_context, filters, { after, limit }) =>
    Promise.resolve(listRules(filters, after?.[0] ?? null, limit)),
  page: { path: '/rules', title: (lang) => auditWords(lang)('rules'), draw: RulesPage },
});
