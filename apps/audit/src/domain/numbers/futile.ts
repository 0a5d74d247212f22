import { orderOf } from '../flow/order.ts';
import type { Comparison } from '../flow/values.ts';
import { Bounds } from './bounds.ts';

/**
 * Whether two numbers can never stand to each other like that, by how they are worked out and whatever else holds: nothing is below
 * the least of itself and something else, and no remainder of ten is above nine.
 */
export function isNeverSo(comparison: Comparison): boolean {
  const order = orderOf(comparison);
  if (order === undefined) return false;
  const known = new Bounds([]);
  // That one is larger by less than nothing means that it is smaller.
  return comparison.operator === '<' || comparison.operator === '>'
    ? known.isNotSmaller(order.less, order.more)
    : known.isWithin(order.more, order.less, -1n);
}
