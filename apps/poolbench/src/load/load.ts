import type { PoolAdapter } from '../adapter/pool-adapter.ts';
import { positive } from '../domain/positive.ts';
import type { Random } from '../domain/random.ts';
import { createAccount } from './account.ts';
import { monotonic, type Clock } from './clock.ts';
import { closedLoop } from './closed-loop.ts';
import { TICK_MS } from './deadline.ts';
import type { LoadInterval } from './intervals.ts';
import type { Window } from './level.ts';
import type { Load } from './model.ts';
import { openLoop } from './open-loop.ts';
import type { LoadResult } from './result.ts';
import { scheduleOf, type Slice } from './slice.ts';
import { createStaff } from './staff.ts';
import type { Workload } from './workload.ts';

export type { LoadInterval } from './intervals.ts';
export type { Load } from './model.ts';
export type { Component, Counts, LoadResult, Outcome } from './result.ts';

export interface LoadTerms {
  /** Open already. */
  readonly adapter: PoolAdapter;
  readonly workload: Workload;
  readonly load: Load;
  readonly seconds: number;
  /** From an operation's real start on; noticed up to 20 ms late. */
  readonly deadlineMs: number;
  readonly random: Random;
  /** Ends the load early. What is on its way is waited for as long as its deadline allows. */
  readonly signal?: AbortSignal;
  readonly onInterval?: (interval: LoadInterval) => void;
  /** 1 unless given. */
  readonly intervalSeconds?: number;
  /** Its part of a schedule that several share; all of it unless given. */
  readonly slice?: Slice;
}

/**
 * Puts a load on an adapter for some seconds, and resolves when every operation has settled: at the latest when the deadline of the
 * last one, and the grace after it, have passed. What an operation fails with is counted, and never thrown.
 */
export async function runLoad(terms: LoadTerms, clock: Clock = monotonic): Promise<LoadResult> {
  const { adapter, workload, load, random, signal, onInterval } = terms;
  const seconds = positive('The time of a load', terms.seconds);
  const start = clock.now();
  const window: Window = { start, end: start + seconds * 1000 };
  const hasIntervals = onInterval !== undefined;
  const account = createAccount({ window, hasSchedule: load.model === 'open', hasIntervals });
  // Drawn before any operation, so that the arrivals do not depend on the workload.
  const seed = random.integer(Number.MAX_SAFE_INTEGER);
  const staff = createStaff({ adapter, workload, random, clock, account, deadlineMs: terms.deadlineMs });
  const loop = { clock, window, hire: staff.hire };

  const before = adapter.stats();
  const endEarly = (): void => void (window.end = Math.min(window.end, clock.now()));
  if (signal?.aborted === true) endEarly();
  signal?.addEventListener('abort', endEarly, { once: true });
  const stopChecking = clock.every(TICK_MS, () => staff.check(clock.now()));
  const stopCutting = hasIntervals
    ? clock.every((terms.intervalSeconds ?? 1) * 1000, () => onInterval(account.cut(clock.now())))
    : () => undefined;
  try {
    if (load.model === 'closed') await closedLoop(loop, positive('The number of workers', load.workers));
    else {
      const schedule = scheduleOf(load, seconds, terms.slice ?? { index: 0, of: 1, seed });
      const maxInFlight = positive('The most in flight', load.maxInFlight);
      await openLoop(loop, { schedule, maxInFlight, onDropped: account.dropped });
    }
  } finally {
    stopChecking();
    stopCutting();
    signal?.removeEventListener('abort', endEarly);
  }
  onInterval?.(account.cut(clock.now()));
  return account.result(before, adapter.stats());
}
