import { operationHung } from '../adapter/errors.ts';
import type { Held, Operation, PoolAdapter } from '../adapter/pool-adapter.ts';
import type { Random } from '../domain/random.ts';
import type { Account } from './account.ts';
import type { Clock } from './clock.ts';
import { DeadlinePassed, GRACE_MS } from './deadline.ts';
import type { Workload } from './workload.ts';

/** Runs operations, one after another: asks for a connection, sends the statements, gives it back. */
export interface Caller {
  /** Begins the next operation. The one before must have settled. */
  call(intended: number, now: number): void;
  /** Gives the operation up when its time is over; to be called now and then. */
  check(now: number): void;
}

export interface CallTerms {
  readonly adapter: PoolAdapter;
  readonly workload: Workload;
  readonly random: Random;
  readonly clock: Clock;
  readonly account: Account;
  readonly deadlineMs: number;
}

export interface Settled {
  /** Whether all its statements were answered in time. */
  readonly well: boolean;
  /** Whether it was given up, so that something may still come of it. Its caller must not be used again. */
  readonly givenUp: boolean;
}

/**
 * The hot path of every measurement: nothing is made for an operation but what the workload makes and one promise for each that the
 * adapter gives. All else is the caller's own and used again.
 */
export function createCaller(terms: CallTerms, onSettled: (settled: Settled) => void): Caller {
  const { adapter, workload, random, clock, account, deadlineMs } = terms;
  // Aborted at most once, since a caller that has given up is not used again.
  const abort = new AbortController();
  let statements: readonly Operation[] = [];
  let step = 0;
  let text = '';
  let held: Held | undefined;
  let isCalling = false;
  let isWaiting = false;
  let reason: DeadlinePassed | undefined;
  let [intended, started, heldAt, sentAt, givenUpAt] = [0, 0, 0, 0, 0];

  const onHeld = (connection: Held): void => {
    if (reason !== undefined) {
      // Lent although nobody waits any more.
      adapter.release(connection, reason);
      if (isCalling) fail(reason, clock.now());
      return;
    }
    heldAt = clock.now();
    held = connection;
    isWaiting = false;
    account.held(heldAt);
    goOn(connection, heldAt);
  };

  const goOn = (connection: Held, now: number): void => {
    const statement = statements[step];
    if (statement === undefined) succeed(connection, now);
    else {
      sentAt = now;
      text = statement.text;
      adapter.query(connection, statement).then(onAnswered, onFailed);
    }
  };

  const onAnswered = (): void => {
    const now = clock.now();
    account.answered(text);
    if (held === undefined) {
      if (isCalling) fail(reason, now);
      return;
    }
    account.statement(now - sentAt);
    step += 1;
    goOn(held, now);
  };

  const succeed = (connection: Held, now: number): void => {
    held = undefined;
    isCalling = false;
    adapter.release(connection);
    account.released(now);
    account.succeeded(intended, started, heldAt, now);
    onSettled(WELL);
  };

  const onFailed = (error: unknown): void => {
    if (isCalling) fail(reason ?? error, clock.now());
  };

  const fail = (error: unknown, now: number): void => {
    isCalling = false;
    if (isWaiting) account.left(now);
    giveBack(error, now);
    account.failed(error, intended, started, now);
    onSettled(reason === undefined ? BADLY : GIVEN_UP);
  };

  const giveBack = (error: unknown, now: number): void => {
    if (held === undefined) return;
    const connection = held;
    held = undefined;
    adapter.release(connection, error);
    account.released(now);
  };

  return {
    call(at, now) {
      statements = workload.next(random);
      intended = at;
      started = now;
      step = 0;
      isCalling = true;
      isWaiting = true;
      account.asked(now);
      adapter.acquire(abort.signal).then(onHeld, onFailed);
    },
    check(now) {
      if (!isCalling) return;
      if (reason === undefined) {
        if (now - started < deadlineMs) return;
        reason = new DeadlinePassed(`not settled within ${deadlineMs} ms`);
        givenUpAt = now;
        abort.abort(reason);
        giveBack(reason, now);
      } else if (now - givenUpAt >= GRACE_MS) fail(operationHung({ arm: adapter.name, deadlineMs }), now);
    },
  };
}

const WELL: Settled = { well: true, givenUp: false };
const BADLY: Settled = { well: false, givenUp: false };
const GIVEN_UP: Settled = { well: false, givenUp: true };
