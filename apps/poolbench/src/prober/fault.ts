import { printable, type ErrorKind } from '@madang/errors';
import * as kinds from './errors.ts';
import type { ProbeFailure } from './errors.ts';
import type { Stage } from './stages.ts';

/** What went wrong, told by code that knows neither the server nor the stage. */
export class Fault extends Error {
  override readonly name = 'Fault';
  readonly kind: ErrorKind<ProbeFailure>;
  readonly sqlstate: string | undefined;

  constructor(kind: ErrorKind<ProbeFailure>, reason: string, sqlstate?: string) {
    super(reason);
    this.kind = kind;
    this.sqlstate = sqlstate;
  }
}

/** Where and when a probe failed, and what must not be told. */
export interface FaultContext {
  readonly where: string;
  readonly stage: Stage;
  readonly password?: string | undefined;
}

/** Whatever the probe threw as one of our kinds; a mistake of the program stays what it is. */
export function failureOf(error: unknown, { where, stage, password }: FaultContext): unknown {
  if (error instanceof Fault) {
    const { kind, message, sqlstate } = error;
    const reason = withoutSecret(message, password);
    return kind({ where, stage, reason, ...(sqlstate === undefined ? {} : { sqlstate }) });
  }
  if (!isSystemError(error)) return error;
  return kindOf(error, stage)({ where, stage, reason: reasonOf(error), socketCode: error.code }, error);
}

type SystemError = Error & { readonly code: string };

function isSystemError(error: unknown): error is SystemError {
  if (!(error instanceof Error) || error instanceof TypeError || error instanceof RangeError) return false;
  return 'code' in error && typeof error.code === 'string';
}

const BROKEN: readonly string[] = ['ECONNRESET', 'EPIPE', 'ETIMEDOUT'];

function kindOf({ code }: SystemError, stage: Stage): ErrorKind<ProbeFailure> {
  if (stage === 'lookup' || stage === 'tcp') return kinds.unreachable;
  return stage === 'tls' && !BROKEN.includes(code) ? kinds.tlsFailed : kinds.connectionLost;
}

// A name with several addresses fails with one error for each, and no text of its own.
function reasonOf(error: Error): string {
  if (error instanceof AggregateError) return error.errors.map((each: Error) => each.message).join(', ');
  return printable(error.message);
}

// A server that was sent the password may say it back. Its words are dropped whole: what is left around a gap gives a short one away.
function withoutSecret(reason: string, password: string | undefined): string {
  const secret = password !== undefined && password !== '' && reason.includes(password);
  return secret ? 'its words are left out, for they hold the password' : printable(reason);
}
