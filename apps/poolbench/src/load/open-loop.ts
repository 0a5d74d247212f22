import type { Schedule } from '../domain/schedule.ts';
import type { Caller } from './caller.ts';
import type { Loop } from './closed-loop.ts';

export interface OpenTerms {
  /** Intended starts, in seconds from the beginning. */
  readonly schedule: Schedule;
  /** What would be more is dropped: counted, and neither sent nor sent later. */
  readonly maxInFlight: number;
  onDropped(): void;
}

/** So often, at least, it is seen whether the load was ended early; in milliseconds. */
const LOOK_MS = 50;

/**
 * Starts operations when the schedule means them to start, whatever became of those before. Resolves when the last has settled.
 *
 * It never waits for a reply, so a server that stands still is asked all the same, and its standing still is seen in the latency of
 * all who asked meanwhile.
 */
export function openLoop(
  { clock, window, hire }: Loop,
  { schedule, maxInFlight, onDropped }: OpenTerms,
): Promise<void> {
  const starts = schedule[Symbol.iterator]();
  const next = (): number => {
    const start: IteratorResult<number, unknown> = starts.next();
    return start.done === true ? Infinity : window.start + start.value * 1000;
  };
  return new Promise((resolve) => {
    const idle: Caller[] = [];
    let inFlight = 0;
    let due = next();

    const isOver = (): boolean => due === Infinity || (due >= window.end && clock.now() >= window.end);
    const onFree = (caller: Caller): void => {
      idle.push(caller);
      inFlight -= 1;
      if (inFlight === 0 && isOver()) resolve();
    };
    const start = (): void => {
      if (inFlight === maxInFlight) onDropped();
      else {
        inFlight += 1;
        (idle.pop() ?? hire(onFree)).call(due, clock.now());
      }
    };
    const goOn = (): void => {
      const now = clock.now();
      for (; due <= now && due < window.end; due = next()) start();
      if (!isOver()) clock.at(Math.min(due, now + LOOK_MS), goOn);
      else if (inFlight === 0) resolve();
    };
    goOn();
  });
}
