import { defineError } from '@madang/errors';

export const noSuchRun = defineError<{ readonly meant: string; readonly fitting: readonly string[] }>({
  code: 'POOLBENCH_NO_SUCH_RUN',
  status: 404,
  retry: 'never',
  message: ({ meant, fitting }) =>
    fitting.length === 0
      ? `No run begins with "${meant}". ./madang poolbench runs lists those that are kept; "last" is the newest.`
      : `Several runs begin with "${meant}": ${fitting.join(', ')}. Write more of its id.`,
});

export const notTwoRuns = defineError<{ readonly given: number }>({
  code: 'POOLBENCH_COMPARE_USAGE',
  status: 400,
  retry: 'never',
  message: ({ given }) =>
    `compare takes two runs, not ${given}: the ids that ./madang poolbench runs lists (their beginnings will do), "last", or files.`,
});

export const notOneRun = defineError<{ readonly given: number }>({
  code: 'POOLBENCH_REPORT_USAGE',
  status: 400,
  retry: 'never',
  message: ({ given }) =>
    `report takes one run, not ${given}: an id that ./madang poolbench runs lists (its beginning will do), "last", or a file.`,
});

export const importUsage = defineError({
  code: 'POOLBENCH_IMPORT_USAGE',
  status: 400,
  retry: 'never',
  message: () =>
    'import takes logs of psycopg-test (pg_query_pool2019-11-08 and the like), or its INI file with --ini FILE.',
});

export const runGone = defineError<{ readonly id: string }>({
  code: 'POOLBENCH_RUN_NOT_FOUND',
  status: 404,
  retry: 'never',
  message: ({ id }) => `No log of the run ${id} is kept here; /poolbench lists those that are.`,
});

export const runDamaged = defineError<{ readonly id: string; readonly reason: string }>({
  code: 'POOLBENCH_RUN_UNREADABLE',
  status: 422,
  retry: 'never',
  message: ({ id, reason }) => `The log of the run ${id} cannot be shown. ${reason}`,
});
