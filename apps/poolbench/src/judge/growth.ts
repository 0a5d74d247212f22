import { mean } from '../domain/statistics/quantile.ts';
import { slopeOf } from '../load/slope.ts';

/** Whether something grows while nothing should. */
export interface Growth {
  /** The mean of the values. */
  readonly level: number;
  /** Per minute, with its 95 % interval. */
  readonly perMinute: number;
  readonly low: number;
  readonly high: number;
  /** Its interval is above 0, and over the whole time it is more than is called negligible. */
  readonly leaks: boolean;
}

/**
 * @param values at equal distances, three or more
 * @param seconds from one to the next
 * @param negligible share of the level that it may grow by over the whole time
 */
export function growthOf(values: readonly number[], seconds: number, negligible: number): Growth {
  const { slope, low, high } = slopeOf(values);
  const level = mean(values);
  const grown = slope * (values.length - 1);
  const perMinute = 60 / seconds;
  return {
    level,
    perMinute: slope * perMinute,
    low: low * perMinute,
    high: high * perMinute,
    leaks: low > 0 && grown > negligible * level,
  };
}
