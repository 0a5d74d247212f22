/** Thrown for an operation that did not settle in time, whatever its driver did. */
export class DeadlinePassed extends Error {
  override readonly name = 'DeadlinePassed';
}

/**
 * Time that an operation has, once it is given up, to fail as it should: its connection is closed under it. After that it hangs.
 * In milliseconds.
 */
export const GRACE_MS = 1000;

/** One timer looks after all operations, so that none needs its own; a deadline is noticed this late at most, in milliseconds. */
export const TICK_MS = 20;
