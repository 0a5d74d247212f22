import { defineError } from '@madang/errors';

export const startFailed = defineError<{ readonly what: string; readonly log: string }>({
  code: 'POOLBENCH_PGBOUNCER_START_FAILED',
  status: 503,
  retry: 'later',
  message: ({ what, log }) =>
    `PgBouncer did not start: ${what}. ${log === '' ? 'It left no log.' : `The end of its log:\n${log}`}\nRemove the cause, or leave out the arms through PgBouncer.`,
});

/** PgBouncer runs, but who logs in to it does not reach the server. */
export const noWayThrough = defineError<{
  readonly where: string;
  readonly auth: string;
  readonly log: string;
}>({
  code: 'POOLBENCH_PGBOUNCER_NO_WAY_THROUGH',
  status: 503,
  retry: 'never',
  message: ({ where, auth, log }) =>
    `Nobody gets through PgBouncer with ${auth} to ${where}. Check user and password there. The end of its log:\n${log}`,
});

export const tooOld = defineError<{
  readonly version: string;
  readonly setting: string;
  readonly since: string;
}>({
  code: 'POOLBENCH_PGBOUNCER_TOO_OLD',
  status: 400,
  retry: 'never',
  message: ({ version, setting, since }) =>
    `PgBouncer ${version} does not know ${setting}, which came with ${since}. Leave it out, or install a newer PgBouncer.`,
});

/** The server's secret of a user cannot be had, or is not of the kind. */
export const noSecret = defineError<{ readonly user: string; readonly reason: string }>({
  code: 'POOLBENCH_PGBOUNCER_NO_SECRET',
  status: 400,
  retry: 'never',
  message: ({ user, reason }) =>
    `PgBouncer cannot be given the server's SCRAM secret of ${user}: ${reason}. Measure with another form of authentication.`,
});

export const badText = defineError<{ readonly field: string; readonly reason: string }>({
  code: 'POOLBENCH_PGBOUNCER_BAD_TEXT',
  status: 400,
  retry: 'never',
  message: ({ field, reason }) =>
    `The ${field} cannot be written into PgBouncer's files: it ${reason}. Choose another.`,
});

export const noUser = defineError<{ readonly folder: string }>({
  code: 'POOLBENCH_PGBOUNCER_NO_USER',
  status: 503,
  retry: 'never',
  message: ({ folder }) =>
    `PgBouncer does not run as root, and there is no user called nobody to run it in ${folder}. Start as an ordinary user.`,
});
