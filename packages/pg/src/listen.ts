import type { Logger } from '@madang/telemetry';
import { setTimeout as sleep } from 'node:timers/promises';
import type pg from 'pg';
import { sql } from './sql.ts';

/** A running subscription to a channel. */
export interface Listening {
  stop(): Promise<void>;
}

export interface ListenHandlers {
  readonly onPayload: (payload: string) => void;
  /** After a lost connection is back: what was notified in between is gone, so look for yourself. */
  readonly onReconnect: () => void;
}

const FIRST_PAUSE_MS = 100;
const LONGEST_PAUSE_MS = 5000;

/**
 * Listens on a connection of its own, and connects again, with growing pauses, whenever it breaks. Rejects when the first
 * connection fails.
 */
export async function listen(
  connect: () => Promise<pg.Client>,
  channel: string,
  handlers: ListenHandlers,
  log: Logger | undefined,
): Promise<Listening> {
  const stopping = new AbortController();
  let current = await subscribe(connect, channel, handlers);

  const reconnect = async (): Promise<Subscription | undefined> => {
    for (
      let pause = FIRST_PAUSE_MS;
      !stopping.signal.aborted;
      pause = Math.min(pause * 2, LONGEST_PAUSE_MS)
    ) {
      try {
        await sleep(pause, undefined, { signal: stopping.signal });
        return await subscribe(connect, channel, handlers);
      } catch (error) {
        log?.debug({ channel, error }, 'not listening yet');
      }
    }
    return undefined;
  };

  const keepListening = async (): Promise<void> => {
    for (;;) {
      await current.ended;
      const next = await reconnect();
      if (next === undefined) return;
      current = next;
      if (stopping.signal.aborted) await current.client.end();
      else handlers.onReconnect();
    }
  };

  const done = keepListening();
  return {
    stop: async () => {
      stopping.abort();
      await current.client.end();
      await done;
    },
  };
}

interface Subscription {
  readonly client: pg.Client;
  readonly ended: Promise<void>;
}

async function subscribe(
  connect: () => Promise<pg.Client>,
  channel: string,
  { onPayload }: ListenHandlers,
): Promise<Subscription> {
  const client = await connect();
  const ended = new Promise<void>((resolve) => client.once('end', resolve));
  client.on('notification', (message) => {
    if (message.channel === channel) onPayload(message.payload ?? '');
  });
  try {
    await client.query(sql`listen ${sql.identifier(channel)}`.text);
  } catch (error) {
    await client.end();
    throw error;
  }
  return { client, ended };
}
