/** Why an execution failed, with the code and the text of the node's receipts (goloop service/scoreresult). */
export class Failure extends Error {
  readonly code: number;
  /** The text of the receipt: `OutOfBalance`, `Reverted(7)`. */
  readonly status: string;

  /** The code that was thrown: the node counts a contract's own only so far. */
  readonly thrownCode: number;

  /** @param message what a contract said, which receipts leave out; the status itself unless given */
  constructor(code: number, status: string, message = status, thrownCode = code) {
    super(message);
    this.code = code;
    this.status = status;
    this.thrownCode = thrownCode;
  }

  /** The contract stopped on purpose. */
  get isReverted(): boolean {
    return this.code >= REVERTED;
  }

  get isOutOfStep(): boolean {
    return this.code === OUT_OF_STEP;
  }

  /** The status as it is told where it was thrown: `Reverted(88)`. */
  get thrownStatus(): string {
    return this.isReverted ? revertedStatus(this.thrownCode) : this.status;
  }

  /** The text as it is told where it was thrown: `E0120:out of balance`. */
  get thrownText(): string {
    return `E${String(this.thrownCode).padStart(4, '0')}:${this.message}`;
  }

  /** What the node's Python engine calls it; null for an exception of Python itself. */
  get exception(): 'ScoreException' | 'SystemException' | null {
    if (this.code === UNKNOWN) return null;
    return this.isReverted ? 'ScoreException' : 'SystemException';
  }

  /** The failure as those around see it who did not throw it. */
  passedOn(): Failure {
    return this.thrownCode === this.code ? this : new Failure(this.code, this.status, this.message);
  }
}

const revertedStatus = (code: number): string => `Reverted(${code - REVERTED})`;

/** The first code that is a contract's own. */
const REVERTED = 32;
/** The node counts no further; contracts do. */
const MOST_REVERTED = 99;
const MOST_THROWN = 999;
const UNKNOWN = 1;
const OUT_OF_STEP = 10;

/** A contract stopped with an exception. */
export const unknownFailure = (message: string) => new Failure(UNKNOWN, 'UnknownFailure', message);
export const contractNotFound = (message?: string) => new Failure(2, 'ContractNotFound', message);
export const methodNotFound = () => new Failure(3, 'MethodNotFound');
export const methodNotPayable = () => new Failure(4, 'MethodNotPayable');
export const illegalFormat = (message?: string) => new Failure(5, 'IllegalFormat', message);
export const invalidParameter = (message?: string) => new Failure(6, 'InvalidParameter', message);
export const accessDenied = (message?: string) => new Failure(9, 'AccessDenied', message);
export const outOfStep = () => new Failure(OUT_OF_STEP, 'OutOfStep');
export const outOfBalance = () => new Failure(11, 'OutOfBalance');
/** A contract whose code is kept and told, but cannot be run: localnet executes no Python. */
export const notExecutedHere = (what: string) =>
  new Failure(
    UNKNOWN,
    'NotExecutedHere',
    `${what} is not executed here: localnet keeps its code, but runs no Python`,
  );
export const stackOverflow = () => new Failure(13, 'StackOverflow');

/** A contract stopped on purpose, with a code and a text of its own. */
export function reverted(message: string, code = 0): Failure {
  const thrown = REVERTED + Math.min(Math.max(code, 0), MOST_THROWN - REVERTED);
  const counted = Math.min(thrown, MOST_REVERTED);
  return new Failure(counted, revertedStatus(counted), message, thrown);
}
