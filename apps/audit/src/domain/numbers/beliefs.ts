import { hasOrigin, type Value } from '../flow/values.ts';
import { notNegative, type Interval } from './interval.ts';

/** What was stored was put there with care, and other contracts answer amounts: neither is below zero. What callers give may be. */
export function believed(value: Value): Interval | undefined {
  const own = value.made === undefined && value.choices === undefined;
  return own && value.origins.size > 0 && !hasOrigin(value, 'parameter', 'argument', 'json')
    ? notNegative
    : undefined;
}
