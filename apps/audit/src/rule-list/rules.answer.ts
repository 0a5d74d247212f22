import { defineList } from '@madang/system';
import { z } from 'zod';
import { auditWords } from '../audit.words.ts';
import { listRules } from './list-rules.ts';
import { RuleItem } from './rule.schema.ts';
import { RulesPage } from './rules.page.tsx';

export const ruleList = defineList({
  operationId: 'listAuditRules',
  path: '/rules',
  summary: { ko: '감사 규칙, 번호 순.', en: 'The rules of the audit, by id.' },
  item: RuleItem,
  version: 'sealed',
  key: z.tuple([z.string()]),
  keyOf: ({ id }) => [id],
  rows: (_context, _input, { after, limit }) => Promise.resolve(listRules(after?.[0] ?? null, limit)),
  page: { path: '/', title: (lang) => auditWords(lang)('rules'), draw: RulesPage },
});
