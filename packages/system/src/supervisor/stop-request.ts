const SIGNALS = ['SIGINT', 'SIGTERM', 'SIGHUP'] as const;

/** The wish that everything ends. */
export interface StopRequest {
  /** Aborted when it is wished. */
  readonly signal: AbortSignal;
  /** Wishes it, too. */
  ask(): void;
}

/**
 * Listens for the wish that this process ends: a signal, or the end of the one who started it and holds a channel to it.
 *
 * @param onRepeat called at the second signal, and only then
 */
export function listenForStop(onRepeat: () => void): StopRequest {
  const asked = new AbortController();
  let repeated = false;
  const onSignal = (): void => {
    if (!asked.signal.aborted) asked.abort();
    else if (!repeated) {
      repeated = true;
      onRepeat();
    }
  };
  for (const signal of SIGNALS) process.on(signal, onSignal);
  if (process.send !== undefined) process.once('disconnect', () => asked.abort());
  return { signal: asked.signal, ask: () => asked.abort() };
}
