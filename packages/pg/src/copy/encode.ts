import type { BinaryWriter } from './binary-writer.ts';
import { isStorable } from '../text.ts';
import type { ColumnType } from '../tables.ts';
import { writeNumeric } from './numeric.ts';

/** Writes one value with its length before it; throws RangeError or TypeError for a value that does not fit. */
export type Encode = (writer: BinaryWriter, value: unknown) => void;

// Microseconds from the Unix epoch to PostgreSQL's, 2000-01-01.
export const POSTGRES_EPOCH = 946_684_800_000_000n;
const NUMBER_EPOCH = Number(POSTGRES_EPOCH);
// Up to here, some 250 years from 1970, plain numbers are exact.
const FAR_MICROS = 2 ** 53 - NUMBER_EPOCH;
const JSONB_VERSION = 1;
const OID = { bytea: 17, text: 25 } as const;

const INT8_MIN = -(2n ** 63n);
const INT8_MAX = 2n ** 63n - 1n;

/** How each column type is written in PostgreSQL's binary format. */
export const ENCODERS: Readonly<Record<ColumnType, Encode>> = {
  int2: (writer, value) => {
    writer.int32(2);
    writer.int16(whole(value, -(2 ** 15), 2 ** 15 - 1));
  },
  int4: (writer, value) => {
    writer.int32(4);
    writer.int32(whole(value, -(2 ** 31), 2 ** 31 - 1));
  },
  int8: (writer, value) => {
    writer.int32(8);
    if (typeof value === 'bigint') writer.bigInt64(within(value));
    else writer.int64(whole(value, Number.MIN_SAFE_INTEGER, Number.MAX_SAFE_INTEGER));
  },
  bool: (writer, value) => {
    if (typeof value !== 'boolean') throw expected('a boolean', value);
    writer.int32(1);
    writer.int8(value ? 1 : 0);
  },
  text: writeText,
  bytea: writeBytes,
  numeric: (writer, value) => {
    if (typeof value !== 'bigint') throw expected('a bigint', value);
    writeNumeric(writer, value);
  },
  timestamptz: (writer, value) => {
    if (typeof value !== 'bigint') throw expected('microseconds as a bigint', value);
    writer.int32(8);
    const micros = Number(value);
    if (Math.abs(micros) < FAR_MICROS) writer.int64(micros - NUMBER_EPOCH);
    else writer.bigInt64(within(value - POSTGRES_EPOCH));
  },
  jsonb: (writer, value) => {
    const json = JSON.stringify(value) as string | undefined;
    if (json === undefined) throw expected('a JSON value', value);
    const length = Buffer.byteLength(json);
    writer.int32(length + 1);
    writer.int8(JSONB_VERSION);
    writer.utf8(json, length);
  },
  'text[]': arrayOf(OID.text, writeText),
  'bytea[]': arrayOf(OID.bytea, writeBytes),
};

function writeText(writer: BinaryWriter, value: unknown): void {
  if (typeof value !== 'string') throw expected('a string', value);
  if (!isStorable(value))
    throw new RangeError('text with U+0000 or a lone surrogate; pass it through keepText');
  const length = Buffer.byteLength(value);
  writer.int32(length);
  writer.utf8(value, length);
}

function writeBytes(writer: BinaryWriter, value: unknown): void {
  if (!(value instanceof Uint8Array)) throw expected('bytes', value);
  writer.bytes(value);
}

// array_recv in src/backend/utils/adt/arrayfuncs.c: dimensions, whether there are nulls, element type, length, lower bound.
function arrayOf(elementOid: number, write: Encode): Encode {
  return (writer, value) => {
    if (!Array.isArray(value)) throw expected('an array', value);
    const elements: readonly unknown[] = value;
    writer.sized(() => {
      writer.int32(elements.length === 0 ? 0 : 1);
      writer.int32(elements.includes(null) ? 1 : 0);
      writer.int32(elementOid);
      if (elements.length === 0) return;
      writer.int32(elements.length);
      writer.int32(1);
      for (const element of elements) writeNullable(writer, element, write);
    });
  };
}

/** Null is a length of −1 without bytes. */
export function writeNullable(writer: BinaryWriter, value: unknown, write: Encode): void {
  if (value === null) writer.int32(-1);
  else write(writer, value);
}

function whole(value: unknown, min: number, max: number): number {
  const number = typeof value === 'bigint' ? Number(value) : value;
  if (typeof number !== 'number' || !Number.isInteger(number)) throw expected('a whole number', value);
  if (number < min || number > max) throw new RangeError(`${number} is not within ${min} and ${max}`);
  return number;
}

function within(value: bigint): bigint {
  if (value < INT8_MIN || value > INT8_MAX) throw new RangeError(`${value} does not fit 64 bits`);
  return value;
}

function expected(what: string, value: unknown): TypeError {
  const got = value === null ? 'null' : typeof value === 'object' ? value.constructor.name : typeof value;
  return new TypeError(`${what} was expected, not ${got}`);
}
