import type { Verb } from '@madang/system';

/** `poolbench report RUN`: what a run that is kept has found. */
export const report: Verb = {
  name: 'report',
  summary: 'Tells what a run found: RUN is its id or the beginning of it, "last", or the path of a log',
  examples: ['report last', 'report 01KB2 --html report.html', 'report old.jsonl --json'],
  flags: {
    html: 'File to write the report to, to open in a browser or send to somebody',
    csv: 'File to write the cells to, one row for each round',
  },
  switches: { json: 'The whole report as one line of JSON on standard output' },
  run: async (context) => (await import('./run-report.ts')).runReport(context),
};
