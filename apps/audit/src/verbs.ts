import { join } from 'node:path';
import { check } from './command/check.verb.ts';
import { explainVerb } from './command/explain.verb.ts';
import { lsp } from './command/lsp.verb.ts';
import { printVerb } from './command/print.verb.ts';
import { rulesVerb } from './command/rules.verb.ts';
import { auditSettings } from './online/settings.ts';

/** What the system is called, and its verbs: none of them needs a database or a server. */
export const auditVerbs = {
  name: 'audit',
  title: { ko: '감사', en: 'Audit' },
  summary: {
    ko: '파이썬 SCORE를 읽고 무엇이 왜 잘못되었는지, 어떻게 고칠지 알려 줍니다.',
    en: 'Reads Python SCOREs and says what is wrong, why, and what to write instead.',
  },
  // Of what is served; a file that names them is good for a verb, too.
  settings: auditSettings,
  folder: join(import.meta.dirname, '..'),
  verbs: [check, explainVerb, lsp, printVerb, rulesVerb],
};
