import type { Database } from '@madang/pg';
import type { Logger } from '@madang/telemetry';

/** The one channel on which roles tell each other, through PostgreSQL, that something changed: payload `topic version`. */
export const CHANNEL = 'madang';

/** Tells readers in this process that topics changed. Signals coalesce: a slow reader gets what changed meanwhile as one set. */
export interface EventBus {
  /**
   * Sets of changed topics as they come, until the signal ends it. It listens from the call on, not from the first turn of
   * a loop. After a lost connection all topics count as changed, so that readers look again.
   */
  subscribe(topics: readonly string[], signal: AbortSignal): AsyncIterable<ReadonlySet<string>>;
}

export interface RunningBus extends EventBus {
  stop(): Promise<void>;
}

/** Takes the topic that changed, or null when any may have. */
type Subscriber = (topic: string | null) => void;

/** Listens on PostgreSQL once for the whole process and hands out what comes. */
export async function startEventBus(database: Database, log: Logger): Promise<RunningBus> {
  const subscribers = new Set<Subscriber>();
  const tell = (topic: string | null): void => subscribers.forEach((subscriber) => subscriber(topic));
  const listening = await database.listen(
    CHANNEL,
    (payload) => tell(payload.split(' ', 1)[0] ?? ''),
    () => {
      log.info('listening for events again');
      tell(null);
    },
  );
  return {
    subscribe: (topics, signal) => subscribe(subscribers, topics, signal),
    stop: () => listening.stop(),
  };
}

function subscribe(
  subscribers: Set<Subscriber>,
  topics: readonly string[],
  signal: AbortSignal,
): AsyncIterable<ReadonlySet<string>> {
  let changed = new Set<string>();
  let wakeUp = (): void => undefined;
  const subscriber: Subscriber = (topic) => {
    const news = topic === null ? topics : topics.filter((one) => one === topic);
    for (const one of news) changed.add(one);
    if (changed.size > 0) wakeUp();
  };
  const leave = (): void => {
    subscribers.delete(subscriber);
    wakeUp();
  };
  if (!signal.aborted) subscribers.add(subscriber);
  signal.addEventListener('abort', leave, { once: true });
  return sets();

  async function* sets(): AsyncGenerator<ReadonlySet<string>> {
    try {
      for (;;) {
        if (changed.size === 0 && !signal.aborted) await new Promise<void>((resolve) => (wakeUp = resolve));
        if (signal.aborted) return;
        const given = changed;
        changed = new Set();
        yield given;
      }
    } finally {
      signal.removeEventListener('abort', leave);
      leave();
    }
  }
}
