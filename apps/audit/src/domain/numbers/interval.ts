import type { BinaryOperator } from '../python/tree.ts';

/** Numbers from `low` to `high`, both included; nothing where there is no end. */
export interface Interval {
  readonly low: bigint | undefined;
  readonly high: bigint | undefined;
}

export const everything: Interval = { low: undefined, high: undefined };
export const notNegative: Interval = { low: 0n, high: undefined };

/** What is in both. */
export const narrowed = (left: Interval, right: Interval): Interval => ({
  low: larger(left.low, right.low),
  high: smaller(left.high, right.high),
});

/** What is in either. */
export const widened = (all: readonly Interval[]): Interval => ({
  low: all.some(({ low }) => low === undefined)
    ? undefined
    : all.map(({ low }) => low).reduce(smaller, undefined),
  high: all.some(({ high }) => high === undefined)
    ? undefined
    : all.map(({ high }) => high).reduce(larger, undefined),
});

export function larger(left: bigint | undefined, right: bigint | undefined): bigint | undefined {
  if (left === undefined || right === undefined) return left ?? right;
  return left > right ? left : right;
}

export function smaller(left: bigint | undefined, right: bigint | undefined): bigint | undefined {
  if (left === undefined || right === undefined) return left ?? right;
  return left < right ? left : right;
}

const isPositive = ({ low }: Interval, least = 0n): boolean => low !== undefined && low >= least;

/** What an operation gives that is not a sum. */
export function operated(operator: BinaryOperator, left: Interval, right: Interval): Interval {
  switch (operator) {
    case '*':
      return product(left, right);
    case '//':
    case '/':
      return quotient(left, right);
    case '%':
      return remainder(left, right);
    case '**':
      return isPositive(left, 1n)
        ? { low: 1n, high: undefined }
        : isPositive(left)
          ? notNegative
          : everything;
    case '>>':
      return isPositive(left) ? { low: 0n, high: left.high } : everything;
    case '<<':
      return isPositive(left) ? { low: left.low, high: undefined } : everything;
    case '&':
      return isPositive(left) || isPositive(right)
        ? { low: 0n, high: smaller(positiveHigh(left), positiveHigh(right)) }
        : everything;
    case '|':
    case '^':
      return isPositive(left) && isPositive(right) ? notNegative : everything;
    case '+':
    case '-':
    case '@':
      return everything;
  }
}

const positiveHigh = (of: Interval) => (isPositive(of) ? of.high : undefined);

function product(left: Interval, right: Interval): Interval {
  if (left.low === undefined || right.low === undefined || left.low < 0n || right.low < 0n) return everything;
  const high = left.high === undefined || right.high === undefined ? undefined : left.high * right.high;
  return { low: left.low * right.low, high };
}

/** A division by zero raises, so that a divisor that is not negative is positive. */
function quotient(left: Interval, right: Interval): Interval {
  if (left.low === undefined || left.low < 0n || !isPositive(right)) return everything;
  const least = right.low === undefined || right.low < 1n ? 1n : right.low;
  return {
    low: right.high === undefined || right.high === 0n ? 0n : left.low / right.high,
    high: left.high === undefined ? undefined : left.high / least,
  };
}

function remainder(left: Interval, right: Interval): Interval {
  if (!isPositive(right)) return everything;
  const high = right.high === undefined ? undefined : right.high - 1n;
  return { low: 0n, high: isPositive(left) ? smaller(high, left.high) : high };
}
