import type { BinaryWriter } from './binary-writer.ts';

// PostgreSQL's numeric on the wire: count of base-10000 digits, weight of the first, sign, digits after the decimal point
// to show, digits (src/backend/utils/adt/numeric.c, numeric_send).
const POSITIVE = 0x0000;
const NEGATIVE = 0x4000;
const SPECIAL: ReadonlyMap<number, string> = new Map([
  [0xc000, 'NaN'],
  [0xd000, 'Infinity'],
  [0xf000, '-Infinity'],
]);

const BASE = 10_000;
// The largest power of the base whose remainders are exact as numbers.
const STEP = 10n ** 12n;
const DIGITS_PER_STEP = 3;
const LARGEST_NUMBER = BigInt(Number.MAX_SAFE_INTEGER);

// Digits of the value at hand, the least significant first. One for all values: encoding never waits in between.
const digits: number[] = [];

/** Writes a whole number as PostgreSQL's binary numeric, length first. */
export function writeNumeric(writer: BinaryWriter, value: bigint): void {
  digits.length = 0;
  collectDigits(value < 0n ? -value : value);
  // Zeros at the end are told by the weight alone.
  let last = 0;
  while (last < digits.length && digits[last] === 0) last += 1;
  const count = digits.length - last;
  writer.int32(8 + 2 * count);
  writer.int16(count);
  writer.int16(count === 0 ? 0 : digits.length - 1);
  writer.int16(value < 0n ? NEGATIVE : POSITIVE);
  writer.int16(0);
  for (let index = digits.length - 1; index >= last; index -= 1) writer.int16(digits[index] ?? 0);
}

function collectDigits(value: bigint): void {
  let rest = value;
  while (rest > LARGEST_NUMBER) {
    pushDigits(Number(rest % STEP), DIGITS_PER_STEP);
    rest /= STEP;
  }
  pushDigits(Number(rest), 0);
}

// The digits of a number within 2^53, and zeros after them up to `least`.
function pushDigits(value: number, least: number): void {
  let rest = value;
  for (let count = 0; count < least || rest > 0; count += 1) {
    const quotient = Math.floor(rest / BASE);
    digits.push(rest - quotient * BASE);
    rest = quotient;
  }
}

/** Reads PostgreSQL's binary numeric as the decimal string that the server itself would write. */
export function readNumeric(bytes: Buffer): string {
  const count = bytes.readInt16BE(0);
  const weight = bytes.readInt16BE(2);
  const sign = bytes.readUInt16BE(4);
  const scale = bytes.readUInt16BE(6);
  const special = SPECIAL.get(sign);
  if (special !== undefined) return special;
  const digit = (position: number): string => {
    const index = weight - position;
    return String(index >= 0 && index < count ? bytes.readInt16BE(8 + 2 * index) : 0).padStart(4, '0');
  };
  let whole = '';
  for (let position = Math.max(weight, 0); position >= 0; position -= 1) whole += digit(position);
  let fraction = '';
  for (let position = -1; fraction.length < scale; position -= 1) fraction += digit(position);
  const decimal = whole.replace(/^0+(?=\d)/, '') + (scale > 0 ? `.${fraction.slice(0, scale)}` : '');
  return sign === NEGATIVE ? `-${decimal}` : decimal;
}
