import { createHash } from 'node:crypto';
import { near } from '@madang/config';
import { raise } from '@madang/errors';
import { defineAnswer } from '@madang/system';
import { z } from 'zod';
import type { Rule } from '../catalogue/rule.ts';
import { readRulePage } from '../catalogue/rule-page.ts';
import { ruleFacts } from '../rule-facts/rule-facts.ts';
import { rules } from '../rules/index.ts';
import { ruleNotFound } from './errors.ts';
import { RuleDetail } from './rule-detail.schema.ts';
import { RulePage } from './rule.page.tsx';

const Id = z
  .string()
  .max(60, 'is too long for the id of a rule')
  .transform((id) => id.toUpperCase());

export const oneRule = defineAnswer({
  operationId: 'getAuditRule',
  path: '/rules/:rule',
  summary: {
    ko: '규칙 하나: 무엇이 왜 문제인지, 나쁜 예와 좋은 예, 한계.',
    en: 'One rule: what is wrong and why, bad and better, limits.',
  },
  params: z.strictObject({ rule: Id }),
  reply: RuleDetail,
  version: async (_context, { rule }) => {
    const { ko, en } = await pagesOf(find(rule));
    return createHash('sha256').update(`${ko}\0${en}`).digest('base64url');
  },
  load: (_context, { rule }) => detailOf(find(rule)),
  page: {
    path: '/rules/:rule',
    title: (lang, { id, title }) => `${id} ${title[lang].replaceAll('`', '')}`,
    draw: RulePage,
  },
});

function find(id: string): Rule {
  const known = rules.map((rule) => rule.id);
  return rules.find((rule) => rule.id === id) ?? raise(ruleNotFound({ id, near: near(id, known) }));
}

async function detailOf(rule: Rule): Promise<RuleDetail> {
  const at = rules.indexOf(rule);
  const { checklist, samples, ...facts } = await ruleFacts(rule);
  return {
    ...facts,
    checklist: checklist.map(({ id, title }) => ({ id, title: { ...title } })),
    samples: samples.map((sample) => ({ ...sample })),
    page: await pagesOf(rule),
    before: rules[at - 1]?.id ?? null,
    after: rules[at + 1]?.id ?? null,
  };
}

async function pagesOf(rule: Rule): Promise<RuleDetail['page']> {
  const [ko, en] = await Promise.all([readRulePage(rule, 'ko'), readRulePage(rule, 'en')]);
  return { ko, en };
}
