import { unknownFailure } from '../world/failure.ts';

/** Python's `//`: rounds down, also below zero. Throws UnknownFailure for a divisor of 0, with Python's words. */
export function floorDivide(dividend: bigint, divisor: bigint): bigint {
  if (divisor === 0n) throw unknownFailure('integer division or modulo by zero');
  const quotient = dividend / divisor;
  const isRoundedUp = quotient * divisor !== dividend && dividend < 0n !== divisor < 0n;
  return isRoundedUp ? quotient - 1n : quotient;
}
