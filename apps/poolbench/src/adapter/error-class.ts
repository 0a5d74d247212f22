import { adapterClosed, connectionLost, operationHung } from './errors.ts';

/**
 * Why an operation failed, whatever driver says so:
 * - `pool-timeout`: the pool, or a pooler, had no connection to lend for as long as it is willing to wait;
 * - `too-many-connections`: the server takes no more (53300);
 * - `refused`: nobody listens, or the server is starting or stopping;
 * - `reset`: an open connection was lost or closed by the server;
 * - `no-local-port`: this machine has no port left to connect from (EADDRNOTAVAIL);
 * - `authentication`: user, password or client address is refused;
 * - `connect-timeout`: a connection could not be opened in the driver's or the kernel's time;
 * - `deadline`: our own deadline passed;
 * - `hung`: it passed, and the operation neither answered nor failed even then;
 * - `cancelled`: somebody stopped it: a statement time-out, `pg_cancel_backend`, the end of the run;
 * - `statement`: the server refused the statement;
 * - `other`: none of these.
 */
export const ERROR_CLASSES = [
  'pool-timeout',
  'too-many-connections',
  'refused',
  'reset',
  'no-local-port',
  'authentication',
  'connect-timeout',
  'deadline',
  'hung',
  'cancelled',
  'statement',
  'other',
] as const;

export type ErrorClass = (typeof ERROR_CLASSES)[number];

/** The class of whatever an adapter, or the runner above it, threw. */
export function classify(error: unknown): ErrorClass {
  if (!(error instanceof Error)) return 'other';
  const code = 'code' in error && typeof error.code === 'string' ? error.code : '';
  return (
    BY_NAME.get(error.name) ??
    BY_SENTENCE.get(error.message) ??
    BY_CODE.get(code) ??
    (isOfServer(error) ? ofServer(code) : undefined) ??
    (error.message.startsWith('SASL') ? 'authentication' : classify(error.cause))
  );
}

// The reason of a signal.
const BY_NAME: ReadonlyMap<string, ErrorClass> = new Map([
  ['TimeoutError', 'deadline'],
  ['DeadlinePassed', 'deadline'],
  ['AbortError', 'cancelled'],
]);

// What is said without a code, word for word: by `pg` and its pool, and by PgBouncer, for which all failures are 08P01.
const BY_SENTENCE: ReadonlyMap<string, ErrorClass> = new Map([
  ['timeout exceeded when trying to connect', 'pool-timeout'],
  ['query_wait_timeout', 'pool-timeout'],
  ['Connection terminated due to connection timeout', 'connect-timeout'],
  ['Connection terminated', 'reset'],
  ['Connection terminated unexpectedly', 'reset'],
  ['Client has encountered a connection error and is not queryable', 'reset'],
  ['Client was closed and is not queryable', 'reset'],
]);

const BY_CODE: ReadonlyMap<string, ErrorClass> = new Map([
  // Ours.
  [adapterClosed.code, 'cancelled'],
  [connectionLost.code, 'reset'],
  [operationHung.code, 'hung'],
  ['POOLBENCH_PROBE_CONNECTION_LOST', 'reset'],
  // The system's and Node's. ENOENT is a unix socket that is not there.
  ['ECONNREFUSED', 'refused'],
  ['ENOENT', 'refused'],
  ['ECONNRESET', 'reset'],
  ['EPIPE', 'reset'],
  ['ERR_STREAM_DESTROYED', 'reset'],
  ['ERR_STREAM_WRITE_AFTER_END', 'reset'],
  ['ERR_SOCKET_CLOSED', 'reset'],
  ['EADDRNOTAVAIL', 'no-local-port'],
  ['ETIMEDOUT', 'connect-timeout'],
  // Of postgres.js.
  ['CONNECTION_CLOSED', 'reset'],
  ['CONNECTION_DESTROYED', 'reset'],
  ['CONNECTION_ENDED', 'cancelled'],
  ['CONNECT_TIMEOUT', 'connect-timeout'],
  ['SASL_SIGNATURE_MISMATCH', 'authentication'],
]);

// Both drivers pass on what the server says of itself, its severity first.
function isOfServer(error: Error): boolean {
  return 'severity' in error;
}

// https://www.postgresql.org/docs/current/errcodes-appendix.html; the longest prefix that is here wins.
const BY_SQLSTATE: ReadonlyMap<string, ErrorClass> = new Map([
  ['08', 'reset'],
  ['25P03', 'reset'],
  ['25P04', 'reset'],
  ['28', 'authentication'],
  ['3D000', 'other'],
  ['53300', 'too-many-connections'],
  ['57014', 'cancelled'],
  ['57P', 'reset'],
  ['57P03', 'refused'],
]);

function ofServer(sqlstate: string): ErrorClass {
  const prefixes = [sqlstate, sqlstate.slice(0, 3), sqlstate.slice(0, 2)];
  return (
    prefixes.map((prefix) => BY_SQLSTATE.get(prefix)).find((known) => known !== undefined) ?? 'statement'
  );
}
