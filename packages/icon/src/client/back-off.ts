import { setTimeout as sleep } from 'node:timers/promises';
import { isTransient, type NodeError } from './errors.ts';
import type { Gate, Ticket } from './gate.ts';

/** First delay and its bound, in milliseconds; each failure in a row doubles it. */
const FIRST_DELAY = 250;
const LONGEST_DELAY = 10_000;

/** How long to wait after so many failures in a row; spread at random so that clients do not return all at once. */
export function delayAfter(
  failures: number,
  retryAfterMs: number | undefined,
  { random = Math.random, longest = LONGEST_DELAY } = {},
): number {
  const step = Math.min(longest, FIRST_DELAY * 2 ** (failures - 1));
  return Math.max(retryAfterMs ?? 0, step / 2) + (random() * step) / 2;
}

const SECONDS = /^\s*\d+\s*$/;
const HTTP_DATE = /^\s*[a-z]{3}, \d/i;

/** What `Retry-After` asks for, in milliseconds: seconds or a date. Undefined when absent or unreadable. */
export function retryAfterMs(header: string | undefined, now = Date.now()): number | undefined {
  if (header === undefined) return undefined;
  if (SECONDS.test(header)) return Number(header) * 1000;
  const date = HTTP_DATE.test(header) ? Date.parse(header) : Number.NaN;
  return Number.isNaN(date) ? undefined : Math.max(0, date - now);
}

/** How long and how trouble is put up with. */
export interface Terms {
  readonly signal: AbortSignal;
  /** Milliseconds of failed attempts and delays after which the last error is thrown. 0 means a single attempt. */
  readonly patienceMs: number;
  /** Called before each delay; what it returns is called after it. */
  readonly onWait: (error: NodeError, delayMs: number) => () => void;
}

/** Does the work whenever the gate lets it, again and again while its trouble is transient and patience lasts. */
export async function retrying<T>(work: () => Promise<T>, gate: Gate, terms: Terms): Promise<T> {
  let patience = terms.patienceMs;
  for (let failures = 1; ; failures += 1) {
    const ticket = await gate.enter(terms.signal);
    const started = performance.now();
    try {
      return await once(work, ticket);
    } catch (error) {
      if (!isTransient(error)) throw error;
      const delay = delayAfter(failures, error.details['retryAfterMs'] as number | undefined);
      patience -= performance.now() - started + delay;
      if (patience < 0) throw error;
      const done = terms.onWait(error, delay);
      await pause(delay, terms.signal).finally(done);
    }
  }
}

async function once<T>(work: () => Promise<T>, ticket: Ticket): Promise<T> {
  try {
    const result = await work();
    ticket.leave('fine');
    return result;
  } catch (error) {
    ticket.leave(isTransient(error) ? 'overloaded' : 'unknown');
    throw error;
  }
}

async function pause(ms: number, signal: AbortSignal): Promise<void> {
  try {
    await sleep(ms, undefined, { signal });
  } catch (error) {
    signal.throwIfAborted();
    throw error;
  }
}
