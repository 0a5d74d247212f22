import type { Verb } from '@madang/system';

/** `audit check PATH`: what is wrong in a SCORE package. */
export const check: Verb = {
  name: 'check',
  summary:
    'Reads a Python SCORE (folder, zip, hex of a deploy transaction, "-") and says what is wrong; ends with 1 when there is something',
  examples: [
    'check my_score/',
    'check my_score.zip --json',
    'check my_score/ --fail-on critical --language ko',
  ],
  flags: {
    'fail-on':
      'Least severity that ends the command with 1: critical, high, medium, low, info or never; low unless given',
    engine: 'Engine whose loader is asked: v1, goloop or either; either unless given',
    only: 'Rules to run, such as F01,A01; all unless given',
  },
  switches: { json: 'All findings as JSON on standard output' },
  run: async (context) => (await import('./run-check.ts')).runCheck(context),
};
