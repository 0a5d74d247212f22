import { defineError } from '@madang/errors';

const ELSEWHERE = 'Or name a server of your own in DATABASE_URL.';

/** This machine has no PostgreSQL binaries that run. */
export const noBinaries = defineError<{ platform: string; reason: string }>({
  code: 'PG_EMBEDDED_NO_BINARIES',
  status: 503,
  retry: 'never',
  message: ({ platform, reason }) =>
    `There is no embedded PostgreSQL for ${platform}: ${reason}. Start a PostgreSQL 15 or newer and name it in DATABASE_URL.`,
});

/** The data directory was made by a version whose binaries are not here. */
export const wrongVersion = defineError<{ directory: string; found: string; available: string }>({
  code: 'PG_EMBEDDED_VERSION',
  status: 503,
  retry: 'never',
  message: ({ directory, found, available }) =>
    `${directory} was made by PostgreSQL ${found}; here are binaries of ${available}. Nothing was changed. Name a folder with binaries of version ${found}, or another data directory.`,
});

/** The data directory cannot be used as it is. */
export const badDirectory = defineError<{ directory: string; reason: string; next: string }>({
  code: 'PG_EMBEDDED_DIRECTORY',
  status: 503,
  retry: 'never',
  message: ({ directory, reason, next }) => `${directory} ${reason}. Nothing was changed. ${next}`,
});

export const noSpace = defineError<{ directory: string; freeMegabytes: number; neededMegabytes: number }>({
  code: 'PG_EMBEDDED_DISK_FULL',
  status: 507,
  retry: 'later',
  message: ({ directory, freeMegabytes, neededMegabytes }) =>
    `The disk of ${directory} has ${freeMegabytes} MB left; PostgreSQL needs ${neededMegabytes} MB to start. Make room, or choose another data directory.`,
});

/** We are root, which PostgreSQL refuses to run as, and found no way to be somebody else. */
export const noUser = defineError<{ directory: string; reason: string }>({
  code: 'PG_EMBEDDED_USER',
  status: 503,
  retry: 'never',
  message: ({ directory, reason }) =>
    `PostgreSQL does not run as root, and cannot run as another user on ${directory}: ${reason}. Start as an ordinary user who owns the directory. ${ELSEWHERE}`,
});

/** Processes that are no server we could attach to still use the directory. */
export const directoryBusy = defineError<{ directory: string; pids: readonly number[]; reason: string }>({
  code: 'PG_EMBEDDED_BUSY',
  status: 503,
  retry: 'later',
  message: ({ directory, pids, reason }) =>
    `${directory} is in use by process ${pids.join(', ')}: ${reason}. End it, or choose another data directory.`,
});

export const portUnusable = defineError<{ host: string; port: number; reason: string }>({
  code: 'PG_EMBEDDED_PORT',
  status: 503,
  retry: 'later',
  message: ({ host, port, reason }) =>
    `PostgreSQL cannot listen on ${host}:${port}: ${reason}. Choose another port.`,
});

/** initdb or the server ended before it was ready. */
export const startFailed = defineError<{ directory: string; what: string; log: string }>({
  code: 'PG_EMBEDDED_FAILED',
  status: 503,
  retry: 'later',
  message: ({ directory, what, log }) => `PostgreSQL in ${directory} did not start: ${what}. It said: ${log}`,
});
