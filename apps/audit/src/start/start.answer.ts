import { defineAnswer, type AnswerContext } from '@madang/system';
import { checklistLines } from '../checklist/lines.ts';
import { MOST_BYTES } from '../online/limits.ts';
import { auditSettings } from '../online/settings.ts';
import { toolOf } from '../output/tool.ts';
import { FAMILIES, families, familyOf } from '../rule-list/families.ts';
import { rules } from '../rules/index.ts';
import { RULE_SET } from '../rules/version.ts';
import { AuditFacts } from './start.schema.ts';
import { StartPage } from './start.page.tsx';
import { startWords } from './start.words.ts';

export const auditFacts = defineAnswer({
  operationId: 'getAuditFacts',
  path: '/facts',
  summary: {
    ko: '규칙 모음의 판, 규칙과 체크리스트 항목의 수, 검사의 한도.',
    en: 'Version of the rule set, numbers of rules and checklist lines, limits of a check.',
  },
  reply: AuditFacts,
  version: (context) => Promise.resolve(JSON.stringify(factsOf(context))),
  load: (context) => Promise.resolve(factsOf(context)),
  page: { path: '/', title: (lang) => startWords(lang)('title'), draw: StartPage },
});

function factsOf({ settings }: AnswerContext): AuditFacts {
  return {
    ruleSet: RULE_SET,
    version: toolOf().version,
    rules: rules.length,
    families: families.map((id) => ({
      id,
      title: { ...FAMILIES[id] },
      rules: rules.filter((rule) => familyOf(rule.id) === id).length,
    })),
    checklistLines: checklistLines.length,
    limits: { bytes: MOST_BYTES, seconds: settings(auditSettings).checkSeconds },
  };
}
