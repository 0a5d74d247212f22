import type { Verb } from '@madang/system';

/** `audit explain ID`: the page of a rule. */
export const explainVerb: Verb = {
  name: 'explain',
  summary:
    'Shows the page of a rule: what, why, how it is exploited, bad, better, limits (규칙 하나의 설명을 보여 줍니다)',
  examples: ['explain F01', 'explain A01 --language ko', 'explain A01 --json'],
  switches: { json: 'Facts and page (as Markdown) as JSON on standard output' },
  run: async (context) => (await import('./run-explain.ts')).runExplain(context),
};
