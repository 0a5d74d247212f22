import type { Verb } from '@madang/system';

/** `audit rules`: what is looked for. */
export const rulesVerb: Verb = {
  name: 'rules',
  summary: 'Lists the rules, or tells of the one that is named',
  examples: ['rules', 'rules F01', 'rules --json'],
  switches: { json: 'The rules as JSON on standard output' },
  run: async (context) => (await import('./run-rules.ts')).runRules(context),
};
