import type { Value } from '../flow/values.ts';
import { everything, narrowed, notNegative, widened, type Interval } from './interval.ts';

type IntervalOf = (value: Value) => Interval;

/** What a function of Python gives, of what it is given. */
export function ofBuiltin(name: string, items: readonly Value[], intervalOf: IntervalOf): Interval {
  const all = (items.length === 1 ? (items[0]?.items ?? []) : items).map(intervalOf);
  switch (name) {
    case 'min':
      return { low: widened(all).low, high: all.reduce(narrowed, everything).high };
    case 'max':
      return { low: all.reduce(narrowed, everything).low, high: widened(all).high };
    case 'abs':
    case 'ord':
    case 'unsigned number':
      return notNegative;
    case 'element of range':
      return inRange(items, intervalOf);
    default:
      return everything;
  }
}

function inRange(items: readonly Value[], intervalOf: IntervalOf): Interval {
  const [start, stop] = items.length === 1 ? [undefined, items[0]] : items;
  const step = items[2]?.constant;
  const from = start === undefined ? { low: 0n, high: 0n } : intervalOf(start);
  const to = stop === undefined ? everything : intervalOf(stop);
  if (typeof step === 'bigint' && step < 0n) {
    return { low: to.low === undefined ? undefined : to.low + 1n, high: from.high };
  }
  return { low: from.low, high: to.high === undefined ? undefined : to.high - 1n };
}

const COUNTED: ReadonlySet<string> = new Set(['sent value', 'icx balance', 'block', 'transaction']);

/** Value that was sent, a balance in ICX, a height, a time, a length: counted by the engine, never below zero. */
export function isCounted({ origins, read, shape }: Value): boolean {
  if (read?.how === 'length' || shape.startsWith('len ')) return true;
  return origins.size > 0 && [...origins].every(({ kind }) => COUNTED.has(kind));
}
