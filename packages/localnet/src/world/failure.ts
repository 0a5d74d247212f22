/** Why an execution failed, with the code and the text of the node's receipts (goloop service/scoreresult). */
export class Failure extends Error {
  readonly code: number;
  /** The text of the receipt: `OutOfBalance`, `Reverted(7)`. */
  readonly status: string;

  /** @param message what a contract said, which receipts leave out; the status itself unless given */
  constructor(code: number, status: string, message = status) {
    super(message);
    this.code = code;
    this.status = status;
  }

  /** The contract stopped on purpose. */
  get isReverted(): boolean {
    return this.code >= REVERTED;
  }

  get isOutOfStep(): boolean {
    return this.code === OUT_OF_STEP;
  }
}

/** The first code that is a contract's own. */
const REVERTED = 32;
/** The node counts no further. */
const MOST_REVERTED = 99;
const OUT_OF_STEP = 10;

/** A contract stopped with an exception. */
export const unknownFailure = (message: string) => new Failure(1, 'UnknownFailure', message);
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
    1,
    'NotExecutedHere',
    `${what} is not executed here: localnet keeps its code, but runs no Python`,
  );
export const stackOverflow = () => new Failure(13, 'StackOverflow');

/** A contract stopped on purpose, with a code and a text of its own. */
export function reverted(message: string, code = 0): Failure {
  const most = Math.min(Math.max(code, 0), MOST_REVERTED - REVERTED);
  return new Failure(REVERTED + most, `Reverted(${most})`, message);
}
