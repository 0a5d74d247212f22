import { CodedError, type ErrorKind } from '@madang/errors';
import pg from 'pg';
import * as kinds from './errors.ts';
import type { DatabaseFailure } from './errors.ts';

type Kind = ErrorKind<DatabaseFailure>;

// https://www.postgresql.org/docs/current/errcodes-appendix.html; a code of five letters wins over its class of two.
const BY_SQLSTATE: Readonly<Record<string, Kind>> = {
  '08': kinds.connectionLost,
  '22': kinds.badValue,
  '23': kinds.constraintViolation,
  '23505': kinds.uniqueViolation,
  '25006': kinds.readOnly,
  '25P03': kinds.connectionLost,
  '25P04': kinds.connectionLost,
  '26000': kinds.staleStatement,
  '28': kinds.authFailed,
  '3D000': kinds.noSuchDatabase,
  '3F000': kinds.noSuchObject,
  '40': kinds.serialization,
  '42501': kinds.denied,
  '42703': kinds.noSuchObject,
  '42883': kinds.noSuchObject,
  '42P01': kinds.noSuchObject,
  '53': kinds.outOfResources,
  '53100': kinds.diskFull,
  '53300': kinds.tooManyConnections,
  '55P03': kinds.lockNotAvailable,
  '57014': kinds.cancelled,
  '57P': kinds.connectionLost,
  '57P03': kinds.unreachable,
};

/** Where and at what a failure happened. */
export interface FailureContext {
  readonly label?: string;
  /** The address without its password. */
  readonly where?: string;
  /** Whether a connection was being opened, not used. */
  readonly connecting?: boolean;
}

/**
 * Any error of the driver as one of our kinds. A coded error, or a mistake of the program, stays what it is. The only place that
 * knows SQLSTATEs.
 */
export function classify(error: unknown, context: FailureContext = {}): Error {
  if (error instanceof CodedError || isMistake(error)) return error;
  if (error instanceof pg.DatabaseError) return ofServer(error, context);
  return kindOfOther(error, context)({ ...placeOf(context), reason: reasonOf(error) }, error);
}

function isMistake(error: unknown): error is Error {
  return error instanceof TypeError || error instanceof RangeError || error instanceof SyntaxError;
}

function ofServer(error: pg.DatabaseError, context: FailureContext): CodedError {
  const kind = kindOf(error);
  const failure = { ...placeOf(context), reason: error.message, ...factsOf(error) };
  // Nothing can be lost of what was never opened.
  if (kind === kinds.connectionLost && context.connecting === true) return kinds.unreachable(failure, error);
  return kind(failure, error);
}

function kindOf(error: pg.DatabaseError): Kind {
  const code = error.code ?? '';
  // 0A000 is "not supported"; from this routine alone it means "cached plan must not change result type".
  if (code === '0A000' && error.routine === 'RevalidateCachedQuery') return kinds.staleStatement;
  return (
    BY_SQLSTATE[code] ?? BY_SQLSTATE[code.slice(0, 3)] ?? BY_SQLSTATE[code.slice(0, 2)] ?? kinds.queryFailed
  );
}

// What the driver itself has to say has no code. Passwords it cannot use are told from lost connections by their prefix alone.
function kindOfOther(error: unknown, { connecting }: FailureContext): Kind {
  if (connecting !== true) return kinds.connectionLost;
  return reasonOf(error).startsWith('SASL') ? kinds.authFailed : kinds.unreachable;
}

function placeOf({ label, where }: FailureContext): Pick<DatabaseFailure, 'label' | 'where'> {
  return { ...(label === undefined ? {} : { label }), ...(where === undefined ? {} : { where }) };
}

function factsOf(error: pg.DatabaseError): Omit<DatabaseFailure, 'reason'> {
  const { code: sqlstate, detail, hint, schema, table, column, constraint } = error;
  const facts = { sqlstate, detail, hint, schema, table, column, constraint };
  return Object.fromEntries(Object.entries(facts).filter(([, value]) => value !== undefined));
}

function reasonOf(error: unknown): string {
  if (error instanceof AggregateError && error.errors.length > 0)
    return error.errors.map(reasonOf).join(', ');
  return error instanceof Error ? error.message : String(error);
}
