import type { AdapterStats } from '../adapter/pool-adapter.ts';
import { classify, type ErrorClass } from '../adapter/error-class.ts';
import { createDurations } from './histogram.ts';
import { createIntervals, type LoadInterval } from './intervals.ts';
import { createLevel, type Window } from './level.ts';
import { OUTCOMES, type Counts, type LoadResult, type Outcome } from './result.ts';

/** Keeps the books of one load: every operation is offered once, and settles once. Instants and durations are in milliseconds. */
export interface Account {
  /** An operation was offered that found too many in flight. */
  dropped(): void;
  /** An operation was offered, and has asked for a connection. */
  asked(now: number): void;
  /** …and has it. */
  held(now: number): void;
  /** …or has it not, and waits no longer. */
  left(now: number): void;
  /** …and has given it back. */
  released(now: number): void;
  /** A statement was answered, in time or not. */
  answered(text: string): void;
  /** …in time, and took so long. */
  statement(milliseconds: number): void;
  succeeded(intended: number, asked: number, held: number, done: number): void;
  failed(error: unknown, intended: number, asked: number, done: number): void;
  /** What happened since it was asked before. */
  cut(now: number): LoadInterval;
  /** @param before counted when the load began, `after` when it was over */
  result(before: AdapterStats, after: AdapterStats): LoadResult;
}

export interface AccountTerms {
  readonly window: Window;
  /** Whether there is an intended start other than the real one. */
  readonly hasSchedule: boolean;
  /** Whether {@link Account.cut} will be called. */
  readonly hasIntervals: boolean;
}

export function createAccount({ window, hasSchedule, hasIntervals }: AccountTerms): Account {
  const counts: Counts = { offered: 0, ok: 0, error: 0, timeout: 0, hung: 0, dropped: 0 };
  const errors: Partial<Record<ErrorClass, number>> = {};
  const sent = new Map<string, number>();
  const lag = createDurations();
  const acquire = createDurations();
  const query = createDurations();
  const hold = createDurations();
  const service = createDurations();
  // Without a schedule an operation is meant to start when it does.
  const response = hasSchedule ? createDurations() : service;
  const failed = createDurations();
  const intervals = createIntervals(window.start);
  const inFlight = createLevel(window);
  const pending = createLevel(window);
  const inUse = createLevel(window);
  let completed = 0;
  let busyMs = 0;

  const settle = (outcome: Outcome, intended: number, asked: number, done: number): void => {
    counts[outcome] += 1;
    inFlight.down(done);
    busyMs += Math.max(0, Math.min(done, window.end) - asked);
    if (hasIntervals) intervals.add(done - intended);
  };

  return {
    dropped() {
      counts.offered += 1;
      counts.dropped += 1;
    },
    asked(now) {
      counts.offered += 1;
      inFlight.up(now);
      pending.up(now);
    },
    held(now) {
      pending.down(now);
      inUse.up(now);
    },
    left: (now) => pending.down(now),
    released: (now) => inUse.down(now),
    answered: (text) => void sent.set(text, (sent.get(text) ?? 0) + 1),
    statement: (milliseconds) => query.add(milliseconds),
    succeeded(intended, asked, held, done) {
      if (done <= window.end) completed += 1;
      acquire.add(held - asked);
      hold.add(done - held);
      service.add(done - asked);
      if (hasSchedule) {
        lag.add(asked - intended);
        response.add(done - intended);
      }
      settle('ok', intended, asked, done);
    },
    failed(error, intended, asked, done) {
      const kind = classify(error);
      errors[kind] = (errors[kind] ?? 0) + 1;
      failed.add(done - intended);
      settle(OUTCOMES[kind] ?? 'error', intended, asked, done);
    },
    cut: (now) =>
      intervals.cut(now, counts, { inFlight: inFlight.now(), pending: pending.now(), inUse: inUse.now() }),
    result(before, after) {
      const all = createDurations();
      all.merge(response);
      all.merge(failed);
      return {
        seconds: (window.end - window.start) / 1000,
        counts: { ...counts },
        completed,
        sent: new Map(sent),
        errors: { ...errors },
        durations: { schedule_lag: lag, acquire, query, hold, service, response },
        all,
        failed,
        busyMs,
        peakInFlight: inFlight.peak(),
        meanInFlight: inFlight.mean(),
        peakPending: pending.peak(),
        meanPending: pending.mean(),
        peakInUse: inUse.peak(),
        meanInUse: inUse.mean(),
        connections: { opened: after.opened - before.opened, closed: after.closed - before.closed },
      };
    },
  };
}
