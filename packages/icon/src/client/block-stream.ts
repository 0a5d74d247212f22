import { setTimeout as sleep } from 'node:timers/promises';
import { printable } from '@madang/errors';
import { delayAfter } from './back-off.ts';
import { linkAbort } from './linked-abort.ts';
import type { NodeClientSettings } from './settings.ts';
import { followBlocks, type StreamPlace } from './stream-connection.ts';

/** How long to wait for news of a block. */
export interface NextBlockOptions {
  /** Milliseconds after which it is time to ask, news or not. */
  readonly withinMs: number;
  readonly signal?: AbortSignal;
}

/** Wakes those who wait for a block. */
export interface BlockStream {
  readonly next: (after: number, options: NextBlockOptions) => Promise<void>;
  readonly close: () => void;
}

/** Where the stream is and whom to tell when it is lost. */
export interface BlockStreamSettings {
  readonly where: (signal: AbortSignal) => Promise<StreamPlace>;
  readonly log: NodeClientSettings['log'];
}

/** Milliseconds between two attempts to connect, at most. */
const LONGEST_DELAY = 30_000;
/** A connection that lived for so many milliseconds was no failure. */
const STEADY_MS = 30_000;
/** Blocks that a stream may be behind what was found otherwise, before it is taken for deaf. */
const BLOCKS_BEHIND = 3;

/** A wake-up by a node's block stream, over one connection that is made at the first call and anew whenever it is lost. */
export function createBlockStream({ where, log }: BlockStreamSettings): BlockStream {
  const closing = new AbortController();
  const waiting = new Set<{ readonly after: number; readonly wake: () => void }>();
  let running = false;
  /** The height that was told last. */
  let told = -1;
  /** The greatest height that was told since it last woke anybody: it wakes once, true or not. */
  let news = -1;
  /** Ends the connection that tells. */
  let drop: (() => void) | undefined;

  function tell(height: number): void {
    told = height;
    const concerned = [...waiting].filter(({ after }) => after < height);
    news = concerned.length > 0 ? -1 : Math.max(news, height);
    for (const { wake } of concerned) wake();
  }

  /** One connection, from its beginning to why it ended. */
  async function connect(): Promise<string> {
    const link = linkAbort(closing.signal);
    try {
      const place = await where(link.signal);
      tell(place.latest);
      drop = link.abort;
      return await followBlocks(place, tell, link.signal);
    } catch (error) {
      return printable(error instanceof Error ? error.message : String(error), 300);
    } finally {
      drop = undefined;
      link.release();
    }
  }

  async function run(): Promise<void> {
    for (let failures = 1; !isAborted(closing.signal); failures += 1) {
      const started = performance.now();
      const reason = await connect();
      if (performance.now() - started > STEADY_MS) failures = 1;
      if (failures === 1 && !isAborted(closing.signal))
        log?.warn({ reason }, 'block stream lost, asking instead');
      const delay = delayAfter(failures, undefined, { longest: LONGEST_DELAY });
      await sleep(delay, undefined, { signal: closing.signal }).catch(() => undefined);
    }
  }

  function wait(after: number, { withinMs, signal }: NextBlockOptions): Promise<void> {
    return new Promise((resolve, reject) => {
      const leave = (settle: () => void) => {
        clearTimeout(timer);
        signal?.removeEventListener('abort', giveUp);
        waiting.delete(waiter);
        settle();
      };
      const giveUp = () => leave(() => reject(signal?.reason as Error));
      const waiter = { after, wake: () => leave(resolve) };
      const timer = setTimeout(waiter.wake, withinMs);
      signal?.addEventListener('abort', giveUp, { once: true });
      waiting.add(waiter);
    });
  }

  return {
    async next(after, options) {
      options.signal?.throwIfAborted();
      if (!running) void run();
      running = true;
      if (after > told + BLOCKS_BEHIND) drop?.();
      if (news <= after) return wait(after, options);
      news = -1;
    },
    close() {
      closing.abort();
      for (const { wake } of waiting) wake();
    },
  };
}

// A function, because the compiler takes the loop's own test for still true after an await.
function isAborted(signal: AbortSignal): boolean {
  return signal.aborted;
}
