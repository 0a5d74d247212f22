import { defineError } from '@madang/errors';

/** The address never stands in a message: a misspelt one may hold its password anywhere. */
export const badDsn = defineError<{ readonly reason: string }>({
  code: 'POOLBENCH_BAD_DSN',
  status: 400,
  retry: 'never',
  message: ({ reason }) =>
    `--dsn cannot be used: ${reason}. Write postgres://user:password@host:5432/database, with %XX for special characters.`,
});

export const notAllowed = defineError<{ readonly address: string }>({
  code: 'POOLBENCH_NOT_ALLOWED',
  status: 403,
  retry: 'never',
  message: ({ address }) =>
    `${address} was not measured, since nobody allowed it. Ask its owner, and give --yes to allow what was said above.`,
});

export const writesNotAllowed = defineError<{ readonly statement: string }>({
  code: 'POOLBENCH_WRITES_NOT_ALLOWED',
  status: 403,
  retry: 'never',
  message: ({ statement }) =>
    `The statement "${statement}" may change data of a database that is not ours. Give --allow-writes when that is meant, or measure without --dsn.`,
});

export const tooFewConnections = defineError<{ readonly free: number; readonly most: number }>({
  code: 'POOLBENCH_TOO_FEW_CONNECTIONS',
  status: 409,
  retry: 'later',
  message: ({ free, most }) =>
    `Only ${free} of the server's ${most} connections are free for a benchmark, which needs 3. Raise max_connections, or close what holds them.`,
});

export const measuredByOthers = defineError<{ readonly address: string }>({
  code: 'POOLBENCH_MEASURED_BY_OTHERS',
  status: 409,
  retry: 'later',
  message: ({ address }) =>
    `Another benchmark is measuring ${address}. Wait for its end: two at once measure each other.`,
});
