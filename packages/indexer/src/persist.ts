import { setTimeout as sleep } from 'node:timers/promises';

export interface Patience {
  /** Ends the work and the waiting; nothing is thrown then. */
  readonly signal: AbortSignal;
  readonly longestBackOffMs: number;
  /** Whether to wait and try again; anything else is thrown. */
  passes(error: unknown): boolean;
  /** Told of trouble before it is waited out. */
  onTrouble(error: unknown, retryInMs: number): Promise<void>;
}

const FIRST_BACK_OFF_MS = 250;

/**
 * Does the work until it succeeds, waiting longer after each failure in a row. The work says when it got on, and the next
 * failure is the first one again.
 */
export async function persist(
  work: (onProgress: () => void) => Promise<void>,
  { signal, longestBackOffMs, passes, onTrouble }: Patience,
): Promise<void> {
  const first = Math.min(FIRST_BACK_OFF_MS, longestBackOffMs);
  let backOff = first;
  while (!signal.aborted) {
    try {
      await work(() => (backOff = first));
      return;
    } catch (error) {
      if (isAborted(signal)) return;
      if (!passes(error)) throw error;
      await onTrouble(error, backOff);
      await sleep(backOff, undefined, { signal }).catch(() => undefined);
      backOff = Math.min(backOff * 2, longestBackOffMs);
    }
  }
}

// A function, because the compiler takes the loop's own test for still true after an await.
function isAborted(signal: AbortSignal): boolean {
  return signal.aborted;
}
