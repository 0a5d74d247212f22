import type { Verb } from '@madang/system';

/** `poolbench runs`: those that are kept. */
export const runsVerb: Verb = {
  name: 'runs',
  summary: 'Lists the runs whose logs are kept in the data folder, newest first',
  examples: ['runs', 'runs --json'],
  switches: { json: 'One line of JSON for each run' },
  run: async (context) => (await import('./run-runs.ts')).runRuns(context),
};
