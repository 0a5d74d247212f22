import { join } from 'node:path';
import { defineSystem } from '@madang/system';
import { check } from './command/check.verb.ts';
import { rulesVerb } from './command/rules.verb.ts';
import { ruleList } from './rule-list/rules.answer.ts';

/** Reads Python SCOREs and says what is wrong. */
export const audit = defineSystem({
  name: 'audit',
  title: { ko: '감사', en: 'Audit' },
  summary: {
    ko: '파이썬 SCORE를 읽고 무엇이 왜 잘못되었는지, 어떻게 고칠지 알려 줍니다.',
    en: 'Reads Python SCOREs and says what is wrong, why, and what to write instead.',
  },
  folder: join(import.meta.dirname, '..'),
  answers: [ruleList],
  places: [{ title: { ko: '규칙', en: 'Rules' }, path: '/' }],
  verbs: [check, rulesVerb],
});
