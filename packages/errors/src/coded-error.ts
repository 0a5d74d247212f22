/** What the one who failed should do: never try the same again, or try later. */
export type Retry = 'never' | 'later';

/** Facts of one failure: the offending value, where it was. They are shown to the user, so no secrets. */
export type Details = Readonly<Record<string, unknown>>;

/** An error that a person or a program can act on. Made only by a kind from {@link defineError}. */
export class CodedError extends Error {
  override readonly name = 'CodedError';
  readonly code: string;
  /** HTTP status that an answer carries when it fails with this error. */
  readonly status: number;
  readonly retry: Retry;
  readonly details: Details;

  constructor(shape: ErrorShape, message: string, details: Details, cause?: unknown) {
    super(message, cause === undefined ? undefined : { cause });
    this.code = shape.code;
    this.status = shape.status;
    this.retry = shape.retry;
    this.details = details;
  }
}

export interface ErrorShape {
  /** `SYSTEM_WHAT_WENT_WRONG`; never reused for another meaning. */
  readonly code: string;
  readonly status: number;
  readonly retry: Retry;
}

/** A kind of error: call it with the facts to get the error, ask it whether a thrown value is one of its own. */
export interface ErrorKind<D extends object> extends ErrorShape {
  (details: D, cause?: unknown): CodedError;
  is(error: unknown): error is CodedError;
}

const CODE = /^[A-Z][A-Z0-9]*(_[A-Z0-9]+)+$/;

/**
 * Declares a kind of error once, where it belongs.
 *
 * ```ts
 * const blockNotFound = defineError<{ height: number }>({
 *   code: 'TRACKER_BLOCK_NOT_FOUND', status: 404, retry: 'later',
 *   message: ({ height }) => `No block at height ${height}; the indexer may still be catching up (see /ready).`,
 * });
 * throw blockNotFound({ height: 12 });
 * ```
 *
 * The message is one or two sentences: what happened to which value, and what to do next.
 */
export function defineError<D extends object = Record<string, never>>(
  definition: ErrorShape & { message(details: D): string },
): ErrorKind<D> {
  const { code, status, retry } = definition;
  if (!CODE.test(code)) throw new TypeError(`An error code looks like SYSTEM_WHAT_WENT_WRONG, not ${code}.`);
  const make = (details: D, cause?: unknown) =>
    new CodedError({ code, status, retry }, definition.message(details), { ...details } as Details, cause);
  return Object.assign(make, {
    code,
    status,
    retry,
    is: (error: unknown): error is CodedError => error instanceof CodedError && error.code === code,
  });
}

/** `throw` as an expression: `(await find(id)) ?? raise(notFound({ id }))`. */
export function raise(error: Error): never {
  throw error;
}
