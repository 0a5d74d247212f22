import type { Verb } from '@madang/system';

/** `poolbench compare A B`: whether one run does more than another. */
export const compare: Verb = {
  name: 'compare',
  summary:
    'Compares two runs cell by cell; ends with 1 when the second is worse anywhere, with 3 when nothing can be compared',
  examples: ['compare 01KB2 last', 'compare before.jsonl after.jsonl --json'],
  switches: { json: 'The whole comparison as one line of JSON on standard output' },
  run: async (context) => (await import('./run-compare.ts')).runCompare(context),
};
