import { defineSystem } from '@madang/system';
import { onlineCheck } from './online/check.upload.ts';
import { auditStyles } from './online/styles.ts';
import { ruleList } from './rule-list/rules.answer.ts';
import { oneRule } from './rule-page/rule.answer.ts';
import { auditFacts } from './start/start.answer.ts';
import { auditVerbs } from './verbs.ts';

/** Reads Python SCOREs and says what is wrong. */
export const audit = defineSystem({
  ...auditVerbs,
  answers: [auditFacts, ruleList, oneRule],
  uploads: [onlineCheck],
  styles: auditStyles(),
  places: [
    { title: { ko: '시작', en: 'Start' }, path: '/' },
    { title: { ko: '검사', en: 'Check' }, path: '/check' },
    { title: { ko: '규칙', en: 'Rules' }, path: '/rules' },
  ],
});
