import { positive } from '../positive.ts';
import { bootstrapInterval, type BootstrapOptions, type Interval } from './bootstrap.ts';
import { median } from './quantile.ts';

/** How many times as much one arm does as another, judged by rounds. */
export interface RatioOfArms {
  /** a / b of each round, in the order of the rounds. */
  readonly perRound: readonly number[];
  /** The median over the rounds. */
  readonly median: number;
  /** Of that median; smallest and largest round when there are fewer than six. */
  readonly interval: Interval;
}

/**
 * Compares two arms round by round: what slows a whole round down (a noisy neighbour, a checkpoint) slows both and cancels.
 * @param a one positive value per round, such as operations per second
 * @param b the same rounds of the other arm
 * @throws RangeError when the rounds do not match, or a value is not positive: a cell in which nothing finished has no ratio.
 */
export function ratioOfArms(
  a: readonly number[],
  b: readonly number[],
  options: BootstrapOptions,
): RatioOfArms {
  if (a.length !== b.length || a.length === 0)
    throw new RangeError(`The arms must share one or more rounds, not have ${a.length} and ${b.length}.`);
  const perRound = a.map((value, round) => positive('A value', value) / positive('A value', b[round] ?? 0));
  return { perRound, median: median(perRound), interval: bootstrapInterval(perRound, median, options) };
}
