import { createRandom } from '../domain/random.ts';
import { bursts, fixed, poisson, ramp, type Schedule } from '../domain/schedule.ts';
import type { OpenLoad } from './model.ts';

/** One of several equal parts of a schedule: together they are the schedule, and each is as even as can be. */
export interface Slice {
  /** From 0. */
  readonly index: number;
  readonly of: number;
  /** Of the schedule, the same for all who share it. */
  readonly seed: number;
}

/** The intended starts of a load, or of a part of it. */
export function scheduleOf(load: OpenLoad, seconds: number, { index, of, seed }: Slice): Schedule {
  const whole = wholeSchedule(load, seconds, seed);
  return of === 1 ? whole : everyNth(whole, index, of);
}

function wholeSchedule(load: OpenLoad, duration: number, seed: number): Schedule {
  const { rate } = load;
  switch (load.arrivals) {
    case 'fixed':
      return fixed({ rate, duration });
    case 'poisson':
      return poisson({ rate, duration, random: createRandom(seed) });
    case 'bursts':
      return bursts({ rate, duration });
    case 'ramp':
      return ramp({ from: rate, to: load.toRate, duration });
  }
}

function* everyNth(schedule: Schedule, first: number, n: number): Generator<number, void> {
  let index = 0;
  for (const start of schedule) {
    if (index % n === first) yield start;
    index += 1;
  }
}
