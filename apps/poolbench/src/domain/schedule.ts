// When requests are meant to start. An open loop computes these instants ahead and never waits for replies:
// latency counts from them, so a stalled server cannot hide the requests it kept waiting (coordinated omission).

import { positive } from './positive.ts';
import { exponential, type Random } from './random.ts';

/** Intended start times in seconds from the start of the cell: ascending, from 0 on, all before the cell's end. Read once. */
export type Schedule = Iterable<number>;

interface Steady {
  /** Requests per second. */
  readonly rate: number;
  /** Length of the cell in seconds. */
  readonly duration: number;
}

/** One request every 1 / rate seconds, the first at once. @throws RangeError for a rate or duration that is not positive. */
export function fixed({ rate, duration }: Steady): Schedule {
  positive('The rate', rate);
  // A product, not a running sum: after a million requests the schedule has not drifted.
  return until(positive('The duration', duration), (index) => index / rate);
}

/**
 * All requests of a second at its beginning, second after second, with quiet in between.
 * @throws RangeError for a rate that is not a positive whole number, or a duration that is not positive.
 */
export function bursts({ rate, duration }: Steady): Schedule {
  if (!Number.isInteger(positive('The rate', rate)))
    throw new RangeError(`A burst must be of whole requests, not ${rate}.`);
  return until(positive('The duration', duration), (index) => Math.floor(index / rate));
}

/**
 * Arrivals of a Poisson process: independent users, so that bursts and pauses come by themselves.
 * @throws RangeError for a rate or duration that is not positive.
 */
export function poisson({ rate, duration, random }: Steady & { readonly random: Random }): Schedule {
  const meanGap = 1 / positive('The rate', rate);
  let now = 0;
  return until(positive('The duration', duration), () => (now += exponential(random, meanGap)));
}

/**
 * A rate that changes evenly from `from` to `to` requests per second, up or down; one end may be 0.
 * Request i starts when the area under the rate reaches i.
 * @throws RangeError for a negative rate, two zeros, or a duration that is not positive.
 */
export function ramp({ from, to, duration }: { from: number; to: number; duration: number }): Schedule {
  if (from < 0 || to < 0) throw new RangeError(`A rate must not be negative: from ${from} to ${to}.`);
  positive('The larger rate', Math.max(from, to));
  const slope = (to - from) / positive('The duration', duration);
  // The root of from·t + slope·t²/2 = i, in the form that also holds for slope 0; NaN once a falling ramp has run out.
  const start = (index: number): number => (2 * index) / (from + Math.sqrt(from ** 2 + 2 * slope * index));
  return until(duration, (index) => (index === 0 ? 0 : start(index)));
}

function* until(end: number, start: (index: number) => number): Generator<number, void> {
  for (let index = 0; ; index += 1) {
    const instant = start(index);
    if (!(instant < end)) return;
    yield instant;
  }
}
