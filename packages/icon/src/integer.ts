import { malformed } from './malformed.ts';

const T_INT = /^(-?)0x([0-9a-f]+)$/i;
const DECIMAL = /^-?\d+$/;

/**
 * Reads a T_INT: `0x` and hexadecimal digits, negative as `-0x…` (values in logs and answers of contracts can be).
 * Leading zeros and capitals, which old transactions carry, are read too; anything else is ICON_MALFORMED.
 *
 * ```ts
 * parseInteger('-0x1f') // -31n
 * ```
 */
export function parseInteger(value: unknown, path = 'the integer'): bigint {
  const parts = typeof value === 'string' ? T_INT.exec(value) : null;
  if (parts === null) throw malformed(path, value, 'an integer such as 0x1f');
  const magnitude = BigInt(`0x${parts[2] ?? ''}`);
  return parts[1] === '-' ? -magnitude : magnitude;
}

/**
 * Reads an integer of a transaction. Those of version 2 carry decimal strings and JSON numbers beside hexadecimal ones.
 * A JSON number beyond 2^53 has already lost digits when it was parsed, so it is refused.
 */
export function parseLooseInteger(value: unknown, path = 'the integer'): bigint {
  if (typeof value === 'number') return BigInt(safeNumber(value, path));
  if (typeof value === 'string' && DECIMAL.test(value)) return BigInt(value);
  return parseInteger(value, path);
}

/** A JSON number that is a whole number, not negative, and exact; else ICON_MALFORMED. */
export function safeNumber(value: unknown, path: string): number {
  if (typeof value === 'number' && Number.isSafeInteger(value) && value >= 0) return value;
  throw malformed(path, value, 'a whole number from 0 to 2^53 - 1');
}

/** A T_INT that counts something (height, index), as a number; else ICON_MALFORMED. */
export function parseCount(value: unknown, path: string): number {
  return safeNumber(Number(parseInteger(value, path)), path);
}

/**
 * Writes a T_INT: lower case, no leading zeros, `-0x…` when negative.
 *
 * ```ts
 * formatInteger(255) // '0xff'
 * ```
 */
export function formatInteger(value: bigint | number): string {
  return value < 0 ? `-0x${(-value).toString(16)}` : `0x${value.toString(16)}`;
}
