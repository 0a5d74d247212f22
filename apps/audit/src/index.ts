import { defineSystem } from '@madang/system';
import { ruleList } from './rule-list/rules.answer.ts';
import { auditVerbs } from './verbs.ts';

/** Reads Python SCOREs and says what is wrong. */
export const audit = defineSystem({
  ...auditVerbs,
  answers: [ruleList],
  places: [{ title: { ko: '규칙', en: 'Rules' }, path: '/' }],
});
