import type { Verb } from '@madang/system';

/** `audit rules`: what is looked for. */
export const rulesVerb: Verb = {
  name: 'rules',
  summary:
    'Lists the rules, or tells the facts of one: severity, confidence, checklist, samples (규칙 목록 또는 하나의 요약)',
  examples: ['rules', 'rules F01', 'rules --json', 'rules F01 --json'],
  switches: { json: 'The rules as JSON on standard output' },
  run: async (context) => (await import('./run-rules.ts')).runRules(context),
};
