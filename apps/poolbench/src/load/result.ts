import type { ErrorClass } from '../adapter/error-class.ts';
import type { Durations } from './histogram.ts';

/** `timeout`: the class `deadline` or `pool-timeout`; `hung`: the class of that name; `dropped`: not sent, since too many were in flight. */
export type Outcome = 'ok' | 'error' | 'timeout' | 'hung' | 'dropped';

/** Every operation that was offered has exactly one outcome. */
export type Counts = Record<Outcome | 'offered', number>;

/**
 * Where the time of an operation goes:
 * - `schedule_lag`: intended start → real start; none in a closed loop, which intends nothing;
 * - `acquire`: asked for a connection → in hand; a connect that this took is in it;
 * - `query`: sent → answered, of each statement;
 * - `hold`: in hand → given back;
 * - `service`: asked for a connection → given back;
 * - `response`: intended start → given back.
 */
export type Component = 'schedule_lag' | 'acquire' | 'query' | 'hold' | 'service' | 'response';

export type LoadDurations = Readonly<Record<Component, Durations>>;

/** What one load measured. */
export interface LoadResult extends Levels {
  /** As planned, unless it was ended early. What finished later is in `ok`, and not in `completed`. */
  readonly seconds: number;
  readonly counts: Readonly<Counts>;
  /** Succeeded within the time: the rate is `completed / seconds`. */
  readonly completed: number;
  /**
   * How often each statement was answered: `pg_stat_statements.calls`, unless a statement was on its way when its connection was given
   * up.
   */
  readonly sent: ReadonlyMap<string, number>;
  readonly errors: Readonly<Partial<Record<ErrorClass, number>>>;
  /** Of operations that succeeded; the query, of each statement that was answered in time. */
  readonly durations: LoadDurations;
  /** Response of all that were sent, whatever their outcome: otherwise a server that fails would look fast. */
  readonly all: Durations;
  /** Response of those that failed, until they did. */
  readonly failed: Durations;
  /** Milliseconds spent on operations within the time, cut off at its end: by Little's law `meanInFlight × seconds`. */
  readonly busyMs: number;
  /** Connections that the adapter opened and closed meanwhile. */
  readonly connections: { readonly opened: number; readonly closed: number };
}

/**
 * How many there were at once, by the loop's own events: every change is counted, and means are weighted by time. `pending` waits for
 * a connection, one that is being opened included; `inUse` has one in hand.
 */
export interface Levels {
  readonly peakInFlight: number;
  readonly meanInFlight: number;
  readonly peakPending: number;
  readonly meanPending: number;
  readonly peakInUse: number;
  readonly meanInUse: number;
}

/** The outcome of those errors that have one of their own. */
export const OUTCOMES: Readonly<Partial<Record<ErrorClass, Outcome>>> = {
  deadline: 'timeout',
  'pool-timeout': 'timeout',
  hung: 'hung',
};
