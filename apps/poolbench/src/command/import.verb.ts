import type { Verb } from '@madang/system';

/** `poolbench import FILE…`: what psycopg-test left. */
export const importVerb: Verb = {
  name: 'import',
  summary:
    'Takes over logs of psycopg-test, or prints the plan and the command that mean the same as its INI file',
  examples: ['import log/pg_query_pool2019-11-08', 'import --ini config.ini', 'import --to old logs/*'],
  flags: {
    to: 'Folder to put the logs into, in place of the data folder',
    ini: 'Configuration file of psycopg-test; CONFIGPATH unless given, where no log is named',
  },
  run: async (context) => (await import('./run-import.ts')).runImport(context),
};
