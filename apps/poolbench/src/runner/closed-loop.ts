import type { Held, Operation, PoolAdapter } from '../adapter/pool-adapter.ts';
import { classify, type ErrorClass } from '../adapter/error-class.ts';
import type { Random } from '../domain/random.ts';
import { createDeadlines, type Guard } from './deadline.ts';
import { createDurations, type Durations } from './histogram.ts';
import type { Workload } from './workload.ts';

export interface ClosedLoop {
  readonly adapter: PoolAdapter;
  readonly workload: Workload;
  /** Workers that each wait for their reply before they ask again. */
  readonly concurrency: number;
  readonly seconds: number;
  /** An operation that has not settled by then is an outcome of its own, and is waited for no longer. */
  readonly deadlineMs: number;
  readonly random: Random;
}

/** What a closed loop measured. Durations are of operations that succeeded; `all` is of every one. */
export interface LoopResult {
  readonly seconds: number;
  /** Finished within the time. */
  readonly completed: number;
  /** Sent at all, the last ones after the time included: what the server must have seen. */
  readonly succeeded: number;
  readonly failures: Readonly<Partial<Record<ErrorClass, number>>>;
  readonly response: Durations;
  /** Asked for a connection until it was in hand; a connect that this took is in it. */
  readonly acquire: Durations;
  readonly query: Durations;
  readonly all: Durations;
  /** Milliseconds that workers spent on operations within the time, cut off at its end: by Little's law all of it. */
  readonly busyMs: number;
}

/** Runs the workload in a closed loop: it finds capacity, and says nothing of the latency at a given rate. */
export async function runClosedLoop(loop: ClosedLoop): Promise<LoopResult> {
  const tally = createTally();
  const start = performance.now();
  const end = start + loop.seconds * 1000;
  const deadlines = createDeadlines(loop.deadlineMs);
  const worker = async (): Promise<void> => {
    const guard = deadlines.guard();
    while (performance.now() < end) await once(loop, guard, tally, end);
  };
  try {
    await Promise.all(Array.from({ length: loop.concurrency }, worker));
  } finally {
    deadlines.stop();
  }
  return { ...tally, seconds: loop.seconds };
}

interface Tally {
  completed: number;
  succeeded: number;
  busyMs: number;
  readonly failures: Partial<Record<ErrorClass, number>>;
  readonly response: Durations;
  readonly acquire: Durations;
  readonly query: Durations;
  readonly all: Durations;
}

function createTally(): Tally {
  return {
    completed: 0,
    succeeded: 0,
    busyMs: 0,
    failures: {},
    response: createDurations(),
    acquire: createDurations(),
    query: createDurations(),
    all: createDurations(),
  };
}

/** What a worker has in hand. */
interface Hand {
  held: Held | null;
}

async function once(
  { adapter, workload, random }: ClosedLoop,
  guard: Guard,
  tally: Tally,
  end: number,
): Promise<void> {
  const operation = workload.next(random);
  const hand: Hand = { held: null };
  const asked = performance.now();
  try {
    const times = await guard.within((signal) => take(adapter, operation, hand, signal));
    const done = performance.now();
    tally.succeeded += 1;
    if (done <= end) tally.completed += 1;
    tally.response.add(times.answered - asked);
    tally.acquire.add(times.held - asked);
    tally.query.add(times.answered - times.held);
  } catch (error) {
    // One that hangs keeps its connection; given back with the error, it is closed and the query ends.
    if (hand.held !== null) adapter.release(hand.held, error);
    const kind = classify(error);
    tally.failures[kind] = (tally.failures[kind] ?? 0) + 1;
  }
  const settled = performance.now();
  tally.all.add(settled - asked);
  tally.busyMs += Math.min(settled, end) - asked;
}

interface Times {
  readonly held: number;
  readonly answered: number;
}

async function take(
  adapter: PoolAdapter,
  operation: Operation,
  hand: Hand,
  signal: AbortSignal,
): Promise<Times> {
  const connection = await adapter.acquire(signal);
  hand.held = connection;
  const held = performance.now();
  await adapter.query(connection, operation);
  const answered = performance.now();
  adapter.release(connection);
  hand.held = null;
  return { held, answered };
}
