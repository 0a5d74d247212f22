import { setMaxListeners } from 'node:events';

/** A signal of its own that also aborts when one of others does. */
export interface LinkedAbort {
  readonly signal: AbortSignal;
  readonly abort: (reason?: unknown) => void;
  /** Lets go of the others; to be called when the work is over. */
  readonly release: () => void;
}

/**
 * Links to signals that may live much longer than the work. AbortSignal.any would do the same, but leaves a weak reference
 * in each of them for every call (Node 20), which grows without end in a process that follows a chain.
 */
export function linkAbort(...others: readonly (AbortSignal | undefined)[]): LinkedAbort {
  const controller = new AbortController();
  // Every request of a batch listens for as long as it waits.
  setMaxListeners(0, controller.signal);
  const links = others
    .filter((other) => other !== undefined)
    .map((other) => ({ other, forward: () => controller.abort(other.reason) }));
  for (const { other, forward } of links) {
    if (other.aborted) forward();
    else other.addEventListener('abort', forward, { once: true });
  }
  return {
    signal: controller.signal,
    abort: (reason) => controller.abort(reason),
    release: () => links.forEach(({ other, forward }) => other.removeEventListener('abort', forward)),
  };
}
