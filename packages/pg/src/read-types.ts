import pg from 'pg';
import { badValue } from './errors.ts';
import { readTimestamp } from './time.ts';

type Parse = (text: string) => unknown;

// The driver's own parsers; its types know no object identifiers of arrays.
const driverParser: (oid: number, format: 'text' | 'binary') => Parse = pg.types.getTypeParser;

/** int8 as a number; beyond 2^53 a number would lie, so such a column is read as text or numeric instead. */
export function readInt8(text: string): number {
  const value = Number(text);
  if (!Number.isSafeInteger(value))
    throw badValue({ reason: `int8 ${text} is beyond 2^53; select it as text` });
  return value;
}

const same: Parse = (text) => text;
const { BOOL, BYTEA, INT8, NUMERIC, TIMESTAMPTZ, TIMESTAMP, DATE, TIME, TIMETZ, INTERVAL } =
  pg.types.builtins;

const SCALARS: ReadonlyMap<number, Parse> = new Map<number, Parse>([
  [INT8, readInt8],
  [NUMERIC, same],
  [TIMESTAMPTZ, readTimestamp],
  [TIMESTAMP, same],
  [DATE, same],
  [TIME, same],
  [TIMETZ, same],
  [INTERVAL, same],
]);

// Object identifiers of array types, which are the same in every server, and of their elements.
const ELEMENTS: ReadonlyMap<number, number> = new Map<number, number>([
  [1000, BOOL],
  [1001, BYTEA],
  [1016, INT8],
  [1231, NUMERIC],
  [1185, TIMESTAMPTZ],
  [1115, TIMESTAMP],
  [1182, DATE],
  [1187, INTERVAL],
]);
const TEXT_ARRAY = 1009;

/** How values are read: nothing loses digits, and nothing depends on the time zone of this process. */
export const readTypes = {
  getTypeParser(oid: number, format: 'text' | 'binary' = 'text'): Parse {
    const element = ELEMENTS.get(oid);
    if (element !== undefined) return arrayOf(scalar(element));
    return SCALARS.get(oid) ?? driverParser(oid, format);
  },
};

function scalar(oid: number): Parse {
  return SCALARS.get(oid) ?? driverParser(oid, 'text');
}

type Nested = (string | null | Nested)[];

function arrayOf(parse: Parse): Parse {
  const split = driverParser(TEXT_ARRAY, 'text') as (text: string) => Nested;
  const read = (items: Nested): unknown[] =>
    items.map((item) => (item === null ? null : Array.isArray(item) ? read(item) : parse(item)));
  return (text) => read(split(text));
}
