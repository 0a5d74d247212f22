import type { LoadInterval } from '../load/load.ts';
import { recoveryOf, type Recovery, type Stretch } from '../judge/recovery.ts';
import type { CellEnd } from '../record/schema/cell.schema.ts';
import type { Bench } from '../run/bench.ts';
import type { Cell } from '../run/cell.ts';

/** What one disturbance did to a load. */
export interface Disturbed<T> {
  readonly end: CellEnd;
  readonly recovery: Recovery;
  /** Seconds that it took, and what it gave. */
  readonly seconds: number;
  readonly done: T;
}

/** The load runs so long before it is disturbed; the rate of the last second is what it must come back to. */
const BEFORE_S = 1.5;
/** It is watched so long afterwards, and longer until the rate is back, but not for ever. */
const AFTER_S = 1;
const MOST_AFTER_S = 5;
/** So finely the recovery is seen. */
export const FINENESS_S = 0.02;

export const DISTURBED_CELL_S = BEFORE_S + AFTER_S + 0.5;

/** Puts its load on a cell, disturbs it, and watches until it is itself again; null when the run ended before the disturbance. */
export async function measureDisturbed<T>(
  bench: Bench,
  cell: Cell,
  disturb: () => Promise<T>,
): Promise<Disturbed<T> | null> {
  const enough = new AbortController();
  const stretches: Stretch[] = [];
  let disturbance: Disturbance<T> | undefined;
  const onInterval = ({ elapsedSeconds, seconds, counts }: LoadInterval): void => {
    stretches.push({ elapsedSeconds, seconds, ok: counts.ok });
    if (disturbance !== undefined) {
      if (isOver(disturbance, stretches, elapsedSeconds)) enough.abort();
    } else if (elapsedSeconds >= BEFORE_S && !bench.signal.aborted)
      disturbance = begin(elapsedSeconds, disturb);
  };
  const end = await bench.measure(cell, {
    round: 1,
    seconds: BEFORE_S + MOST_LONG_S,
    intervalSeconds: FINENESS_S,
    onInterval,
    enough: enough.signal,
    losesAnswers: true,
  });
  if (disturbance === undefined) return null;
  const { from, work } = disturbance;
  const { done, seconds } = await work;
  return { end, recovery: recoveryOf(stretches, from), seconds, done };
}

/** Longest time of a disturbance with its recovery; the load ends sooner, when both are over. */
const MOST_LONG_S = 60;

interface Disturbance<T> {
  /** Seconds from the start of the load. */
  readonly from: number;
  readonly work: Promise<{ readonly done: T; readonly seconds: number }>;
  /** Seconds that it took; undefined while it goes on. */
  took(): number | undefined;
}

function begin<T>(from: number, disturb: () => Promise<T>): Disturbance<T> {
  const startedAt = performance.now();
  let took: number | undefined;
  const passed = (): number => (performance.now() - startedAt) / 1000;
  const work = disturb()
    .finally(() => (took = passed()))
    .then((done) => ({ done, seconds: took ?? passed() }));
  // It is awaited when the load is over, which may be later.
  work.catch(() => undefined);
  return { from, work, took: () => took };
}

function isOver({ from, took }: Disturbance<unknown>, stretches: readonly Stretch[], now: number): boolean {
  const seconds = took();
  if (seconds === undefined) return false;
  const since = now - from - seconds;
  return since >= MOST_AFTER_S || (since >= AFTER_S && recoveryOf(stretches, from).rateBack !== null);
}
