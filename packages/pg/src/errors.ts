import { defineError } from '@madang/errors';

/** Facts of a failed statement. `reason` is the server's own sentence; `label` is the statement's, `where` the masked address. */
export interface DatabaseFailure {
  readonly reason: string;
  readonly label?: string;
  readonly where?: string;
  readonly sqlstate?: string;
  /** What the server adds: the offending key, row, or line. */
  readonly detail?: string;
  readonly hint?: string;
  readonly schema?: string;
  readonly table?: string;
  readonly column?: string;
  readonly constraint?: string;
}

const said = ({ label, reason, detail }: DatabaseFailure): string =>
  `${label === undefined ? '' : `${label}: `}${reason}${detail === undefined ? '' : ` (${detail})`}`;
const at = ({ where }: DatabaseFailure): string => (where === undefined ? '' : ` at ${where}`);

/** Nobody answers at the address, or the server is starting, stopping or recovering. */
export const unreachable = defineError<DatabaseFailure>({
  code: 'PG_UNREACHABLE',
  status: 503,
  retry: 'later',
  message: (e) =>
    `PostgreSQL${at(e)} cannot be reached: ${said(e)}. Check that it runs and that DATABASE_URL names it.`,
});

/** An open connection broke; what ran on it was rolled back. */
export const connectionLost = defineError<DatabaseFailure>({
  code: 'PG_CONNECTION_LOST',
  status: 503,
  retry: 'later',
  message: (e) =>
    `The connection to PostgreSQL${at(e)} was lost: ${said(e)}. Nothing of it was written; try again.`,
});

/** The connection broke while COMMIT was under way. */
export const outcomeUnknown = defineError<DatabaseFailure>({
  code: 'PG_OUTCOME_UNKNOWN',
  status: 503,
  retry: 'later',
  message: (e) =>
    `The connection to PostgreSQL${at(e)} was lost during commit: ${said(e)}. Look whether the rows are there before writing them again.`,
});

/** User, password or client address is refused. */
export const authFailed = defineError<DatabaseFailure>({
  code: 'PG_AUTH_FAILED',
  status: 503,
  retry: 'never',
  message: (e) =>
    `PostgreSQL${at(e)} refuses to let us in: ${said(e)}. Check user and password in DATABASE_URL.`,
});

export const noSuchDatabase = defineError<DatabaseFailure>({
  code: 'PG_NO_SUCH_DATABASE',
  status: 503,
  retry: 'never',
  message: (e) =>
    `PostgreSQL${at(e)} has no such database: ${said(e)}. Create it, or correct the name in DATABASE_URL.`,
});

export const badUrl = defineError<{ url: string; reason: string }>({
  code: 'PG_BAD_URL',
  status: 500,
  retry: 'never',
  message: ({ url, reason }) =>
    `Not an address of a database: ${url} (${reason}). It looks like postgres://user:password@host:5432/name.`,
});

export const tooOld = defineError<{ version: string; oldest: string; where: string }>({
  code: 'PG_TOO_OLD',
  status: 503,
  retry: 'never',
  message: ({ version, oldest, where }) =>
    `PostgreSQL at ${where} is version ${version}; this needs ${oldest} or newer. Name a newer server in DATABASE_URL.`,
});

/** A standby, or a database set to read only. */
export const readOnly = defineError<DatabaseFailure>({
  code: 'PG_READ_ONLY',
  status: 503,
  retry: 'never',
  message: (e) => `PostgreSQL${at(e)} may only be read: ${said(e)}. Name a primary server in DATABASE_URL.`,
});

export const diskFull = defineError<DatabaseFailure>({
  code: 'PG_DISK_FULL',
  status: 507,
  retry: 'later',
  message: (e) =>
    `The disk of PostgreSQL${at(e)} is full: ${said(e)}. Nothing was written; make room and try again.`,
});

/** The server is out of memory, locks or another resource of its own. */
export const outOfResources = defineError<DatabaseFailure>({
  code: 'PG_OUT_OF_RESOURCES',
  status: 503,
  retry: 'later',
  message: (e) => `PostgreSQL${at(e)} is out of resources: ${said(e)}.`,
});

export const tooManyConnections = defineError<DatabaseFailure>({
  code: 'PG_TOO_MANY_CONNECTIONS',
  status: 503,
  retry: 'later',
  message: (e) =>
    `PostgreSQL${at(e)} takes no more connections: ${said(e)}. Lower the pools of its users or raise max_connections.`,
});

/** All connections of our own pool were busy for too long. */
export const poolBusy = defineError<{ maxConnections: number; seconds: number; where: string }>({
  code: 'PG_POOL_BUSY',
  status: 503,
  retry: 'later',
  message: ({ maxConnections, seconds, where }) =>
    `All ${maxConnections} connections to PostgreSQL at ${where} were busy for ${seconds} s; try again, or allow more connections.`,
});

/** Two transactions were in each other's way; the same work done again succeeds. */
export const serialization = defineError<DatabaseFailure>({
  code: 'PG_SERIALIZATION',
  status: 503,
  retry: 'later',
  message: (e) => `Another transaction was in the way: ${said(e)}. Try again.`,
});

/** A prepared statement no longer fits the tables; on a fresh connection it does. */
export const staleStatement = defineError<DatabaseFailure>({
  code: 'PG_STALE_STATEMENT',
  status: 503,
  retry: 'later',
  message: (e) => `A table has changed under a prepared statement: ${said(e)}. Try again.`,
});

export const lockNotAvailable = defineError<DatabaseFailure>({
  code: 'PG_LOCK_NOT_AVAILABLE',
  status: 503,
  retry: 'later',
  message: (e) => `A lock was not to be had in time: ${said(e)}. Try again.`,
});

export const uniqueViolation = defineError<DatabaseFailure>({
  code: 'PG_UNIQUE_VIOLATION',
  status: 409,
  retry: 'never',
  message: (e) => `Such a row is already there: ${said(e)}.`,
});

/** A check, foreign key, not-null or exclusion constraint. */
export const constraintViolation = defineError<DatabaseFailure>({
  code: 'PG_CONSTRAINT_VIOLATION',
  status: 409,
  retry: 'never',
  message: (e) => `A row breaks a rule of its table: ${said(e)}.`,
});

/** A value the server cannot take as the type it should be. */
export const badValue = defineError<DatabaseFailure>({
  code: 'PG_BAD_VALUE',
  status: 400,
  retry: 'never',
  message: (e) => `A value does not fit: ${said(e)}.`,
});

/** A time limit, or somebody's `pg_cancel_backend`. */
export const cancelled = defineError<DatabaseFailure>({
  code: 'PG_CANCELLED',
  status: 503,
  retry: 'later',
  message: (e) => `A statement was stopped before its end: ${said(e)}.`,
});

export const denied = defineError<DatabaseFailure>({
  code: 'PG_DENIED',
  status: 503,
  retry: 'never',
  message: (e) =>
    `The database user may not do this: ${said(e)}. Grant it the right, or name its owner in DATABASE_URL.`,
});

/** A schema, table, column or function that is not there. */
export const noSuchObject = defineError<DatabaseFailure>({
  code: 'PG_NO_SUCH_OBJECT',
  status: 500,
  retry: 'never',
  message: (e) => `The database lacks something this code needs: ${said(e)}. Run the migrations.`,
});

/** Everything else, mostly a mistake in our SQL. */
export const queryFailed = defineError<DatabaseFailure>({
  code: 'PG_QUERY_FAILED',
  status: 500,
  retry: 'never',
  message: (e) => `PostgreSQL refused a statement: ${said(e)}.`,
});

/** An earlier statement of the transaction failed and the failure was caught, so there was nothing left to commit. */
export const nothingCommitted = defineError({
  code: 'PG_NOTHING_COMMITTED',
  status: 500,
  retry: 'never',
  message: () =>
    'A statement of the transaction had failed, so PostgreSQL rolled it back at commit. Do not catch errors inside a transaction.',
});

export const closed = defineError<{ what: string }>({
  code: 'PG_CLOSED',
  status: 503,
  retry: 'never',
  message: ({ what }) => `The ${what} has ended; nothing more can run on it.`,
});
