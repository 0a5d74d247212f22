import { performance } from 'node:perf_hooks';
import { createDurations, type Durations } from './histogram.ts';
import type { Counts } from './result.ts';

/** What happened since the interval before, about every second. */
export interface LoadInterval {
  /** From the start of the load to the end of the interval. */
  readonly elapsedSeconds: number;
  readonly seconds: number;
  readonly counts: Readonly<Counts>;
  /** Operations that were answered: the rate is `counts.ok / seconds`. */
  readonly response: Durations;
  /** At its end: in the air, waiting for a connection, having one. */
  readonly inFlight: number;
  readonly pending: number;
  readonly inUse: number;
  /** Share of the time in which the event loop was busy, 0 to 1. In an open loop the waiting for the next start is busy, too. */
  readonly eventLoopUtilization: number;
}

export type LevelsNow = Pick<LoadInterval, 'inFlight' | 'pending' | 'inUse'>;

/** Cuts a load into intervals. */
export interface Intervals {
  /** @param response in milliseconds, whatever the outcome */
  add(response: number): void;
  /** Ends an interval. @param counts all up to now */
  cut(now: number, counts: Counts, levels: LevelsNow): LoadInterval;
}

export function createIntervals(start: number): Intervals {
  let response = createDurations();
  let before: Counts = { offered: 0, ok: 0, error: 0, timeout: 0, hung: 0, dropped: 0 };
  let last = start;
  let loop = performance.eventLoopUtilization();
  return {
    add: (milliseconds) => response.add(milliseconds),
    cut(now, counts, levels) {
      const since = performance.eventLoopUtilization(loop);
      const interval: LoadInterval = {
        elapsedSeconds: (now - start) / 1000,
        seconds: (now - last) / 1000,
        counts: difference(counts, before),
        response,
        ...levels,
        eventLoopUtilization: since.utilization,
      };
      response = createDurations();
      before = { ...counts };
      last = now;
      loop = performance.eventLoopUtilization();
      return interval;
    },
  };
}

function difference(after: Counts, before: Counts): Counts {
  const { offered, ok, error, timeout, hung, dropped } = before;
  return {
    offered: after.offered - offered,
    ok: after.ok - ok,
    error: after.error - error,
    timeout: after.timeout - timeout,
    hung: after.hung - hung,
    dropped: after.dropped - dropped,
  };
}
