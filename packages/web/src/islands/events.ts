import { useEffect, useRef, useState } from 'preact/hooks';

/** State of a stream of events: `lost` while it is being opened again after a failure. */
export type Connection = 'connecting' | 'open' | 'lost';

const FIRST_RETRY_MS = 1000;
const LONGEST_RETRY_MS = 30_000;

/** What to do with the data of each event, by the event's name. */
export type Handlers = Readonly<Record<string, (data: string) => void>>;

/**
 * Listens to server-sent events while the page is seen: a hidden page lets go of its connection and opens it again when it
 * comes back. After every opening, the first included, `onOpen` runs, since events may have been missed.
 *
 * @param url `null` listens to nothing
 */
export function useEvents(url: string | null, handlers: Handlers, onOpen?: () => void): Connection {
  const [connection, setConnection] = useState<Connection>('connecting');
  const latest = useRef({ handlers, onOpen });
  latest.current = { handlers, onOpen };
  const names = Object.keys(handlers).join(' ');
  useEffect(() => {
    if (url === null) return undefined;
    return whileSeen(() =>
      openStream(url, names.split(' '), {
        event: (name, data) => latest.current.handlers[name]?.(data),
        state: (state) => {
          setConnection(state);
          if (state === 'open') latest.current.onOpen?.();
        },
      }),
    );
  }, [url, names]);
  return connection;
}

/** Starts something when the page is seen and stops it when it is hidden. */
function whileSeen(start: () => () => void): () => void {
  let stop: (() => void) | null = null;
  const follow = (): void => {
    const seen = document.visibilityState === 'visible';
    if (seen && stop === null) stop = start();
    if (!seen) {
      stop?.();
      stop = null;
    }
  };
  follow();
  document.addEventListener('visibilitychange', follow);
  return () => {
    document.removeEventListener('visibilitychange', follow);
    stop?.();
  };
}

interface Listener {
  readonly event: (name: string, data: string) => void;
  readonly state: (state: Connection) => void;
}

/** A browser opens a broken stream again by itself, but gives up for good on an answer such as 503; then we do it. */
function openStream(url: string, names: readonly string[], tell: Listener): () => void {
  let source: EventSource;
  let timer: ReturnType<typeof setTimeout> | undefined;
  let failures = 0;
  const open = (): void => {
    source = new EventSource(url);
    source.onopen = () => {
      failures = 0;
      tell.state('open');
    };
    source.onerror = () => {
      tell.state('lost');
      if (source.readyState === EventSource.CLOSED) timer = setTimeout(open, retryDelay(failures++));
    };
    for (const name of names) {
      source.addEventListener(name, (event: MessageEvent<string>) => tell.event(name, event.data));
    }
  };
  open();
  return () => {
    clearTimeout(timer);
    source.close();
  };
}

/** Doubles with each failure; spread, so that not every page of a restarted server comes back at once. */
function retryDelay(failures: number): number {
  return Math.min(LONGEST_RETRY_MS, FIRST_RETRY_MS * 2 ** failures) * (0.5 + Math.random());
}
