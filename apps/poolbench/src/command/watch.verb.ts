import type { Verb } from '@madang/system';

/** `poolbench watch`: shows the run that is going on. */
export const watch: Verb = {
  name: 'watch',
  summary:
    'Shows the run that is going on in the data folder, or waits for one; ends with it, or with Ctrl-C',
  examples: ['watch'],
  run: async (context) => (await import('./run-watch.ts')).runWatch(context),
};
