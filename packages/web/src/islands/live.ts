import { useEffect, useRef, useState } from 'preact/hooks';
import { useEvents, type Connection } from './events.ts';

export interface LiveSource<T> {
  /** The answer that was drawn; fetched again, as JSON, when it may have changed. */
  readonly url: string;
  /** Stream of server-sent events that tells when. */
  readonly events: string;
  /** Names of the events that make it look again. */
  readonly on: readonly string[];
  /** The answer as it was drawn. */
  readonly initial: T;
}

export interface Live<T> {
  readonly data: T;
  /** `lost` also when the stream runs but the answer cannot be fetched: what is shown may be old. */
  readonly connection: Connection;
}

/**
 * Keeps an answer up to date: an event says that there is something new, the answer itself is fetched again. Events that come
 * while a fetch runs lead to one more, not to one each. A hidden page rests.
 */
export function useLive<T>({ url, events, on, initial }: LiveSource<T>): Live<T> {
  const [data, setData] = useState(initial);
  const [stale, setStale] = useState(false);
  const refresh = useRef<() => void>(() => undefined);
  useEffect(() => {
    const abort = new AbortController();
    refresh.current = oneAtATime(async () => {
      try {
        setData(await fetchJson<T>(url, abort.signal));
        setStale(false);
      } catch {
        if (!abort.signal.aborted) setStale(true);
      }
    });
    return () => abort.abort();
  }, [url]);
  const look = (): void => refresh.current();
  const connection = useEvents(events, Object.fromEntries(on.map((name) => [name, look])), look);
  return { data, connection: stale ? 'lost' : connection };
}

async function fetchJson<T>(url: string, signal: AbortSignal): Promise<T> {
  const reply = await fetch(url, { headers: { accept: 'application/json' }, signal });
  if (!reply.ok) throw new Error(`${url} answered ${reply.status}.`);
  return (await reply.json()) as T;
}

/** A runner that never runs twice at once: calls that come meanwhile become one more run. */
export function oneAtATime(run: () => Promise<void>): () => void {
  let state: 'idle' | 'running' | 'again' = 'idle';
  const start = (): void => {
    if (state !== 'idle') {
      state = 'again';
      return;
    }
    state = 'running';
    void run().finally(() => {
      const again = state === 'again';
      state = 'idle';
      if (again) start();
    });
  };
  return start;
}
