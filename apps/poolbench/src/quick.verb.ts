import type { Verb } from '@madang/system';

/** `poolbench quick`: what a connection costs, what keeping it saves, how large the pool should be. */
export const quick: Verb = {
  name: 'quick',
  summary: 'Answers in about two minutes what a connection pool buys here, on a PostgreSQL of its own',
  examples: ['quick', 'quick --json', 'quick --seed 7'],
  flags: { seed: 'Whole number that fixes the order of the cells and the data; the time unless given' },
  switches: {
    json: 'The whole report as one line of JSON on standard output',
    keep: 'Also keep the report in the house, where its page shows it',
  },
  // Loaded when it is wanted: no other process of the house needs drivers and histograms.
  run: async (context) => (await import('./run-quick.ts')).runQuick(context),
};
