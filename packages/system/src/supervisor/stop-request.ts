const SIGNALS = ['SIGINT', 'SIGTERM', 'SIGHUP'] as const;

/**
 * The wish that this process ends: a signal, or the end of the one who started it and holds a channel to it.
 *
 * @param onRepeat called at the second signal, and only then
 * @returns aborted at the first
 */
export function listenForStop(onRepeat: () => void): AbortSignal {
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
  return asked.signal;
}
