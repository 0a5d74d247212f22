import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { badValue } from '../errors.ts';
import { columnsOf, defineTable, type ColumnType } from '../tables.ts';
import { formatTimestamp } from '../time.ts';
import { decodeRows } from './decode.ts';
import { encodeRows, type Rows } from './encode-rows.ts';

const COLUMNS = {
  a: 'int2',
  b: 'int4',
  c: 'int8',
  d: 'bool',
  e: 'text',
  f: 'bytea',
  g: 'numeric',
  h: 'timestamptz',
  i: 'jsonb',
  j: 'text[]',
  k: 'bytea[]',
} as const;

const wellFormed = fc.string({ unit: 'grapheme' }).filter((text) => !text.includes('\0'));
const bytes = fc.uint8Array().map((array) => Buffer.from(array));
const orNull = <T>(arbitrary: fc.Arbitrary<T>): fc.Arbitrary<T | null> => fc.option(arbitrary, { freq: 8 });
const anyRow = fc.tuple(
  orNull(fc.integer({ min: -32768, max: 32767 })),
  orNull(fc.integer()),
  orNull(fc.maxSafeInteger()),
  orNull(fc.boolean()),
  orNull(wellFormed),
  orNull(bytes),
  orNull(fc.bigInt({ min: -(10n ** 120n), max: 10n ** 120n })),
  orNull(fc.bigInt({ min: -62_000_000_000_000_000n, max: 250_000_000_000_000_000n })),
  orNull(fc.jsonValue().filter((value) => value !== null)),
  orNull(fc.array(orNull(wellFormed))),
  orNull(fc.array(orNull(bytes))),
);

async function roundTrip(rows: Rows, sliceAt = 0): Promise<unknown[]> {
  const chunks: Buffer[] = [];
  for await (const chunk of encodeRows(defineTable('s.t', COLUMNS), rows)) chunks.push(chunk);
  const read: unknown[] = [];
  for await (const row of decodeRows(columnsOf(COLUMNS), slices(Buffer.concat(chunks), sliceAt)))
    read.push(Object.values(row));
  return read;
}

// eslint-disable-next-line @typescript-eslint/require-await -- a server's chunks arrive asynchronously; these are at hand
async function* slices(whole: Buffer, length: number): AsyncGenerator<Buffer> {
  if (length === 0) yield whole;
  else for (let at = 0; at < whole.length; at += length) yield whole.subarray(at, at + length);
}

describe('the binary COPY format', () => {
  it('gives back what was written, however the stream is cut', async () => {
    await fc.assert(
      fc.asyncProperty(
        fc.array(anyRow, { maxLength: 5 }),
        fc.integer({ min: 1, max: 50 }),
        async (rows, length) => {
          const expected = rows.map(([a, b, c, d, e, f, g, h, i, j, k]) => [
            ...[a, b, c, d, e, f, g === null ? null : String(g)],
            ...[h === null ? null : formatTimestamp(h), JSON.parse(JSON.stringify(i)) as unknown, j, k],
          ]);
          expect(await roundTrip(rows, length)).toEqual(expected);
        },
      ),
    );
  });

  it('takes rows that arrive as well as rows at hand', async () => {
    const row = [1, 2, 3, true, '마당', Buffer.from('x'), 5n, 0n, {}, [], []];
    async function* arriving(): AsyncGenerator<unknown[]> {
      yield row;
      await Promise.resolve();
      yield row;
    }
    expect(await roundTrip(arriving())).toEqual(await roundTrip([row, row]));
  });

  it('writes values larger than a chunk', async () => {
    const long = 'x'.repeat(300_000);
    const rows = [[null, null, null, null, long, Buffer.alloc(200_000, 7), null, null, null, null, null]];
    const [row] = (await roundTrip(rows, 70_000)) as [unknown[]];
    expect(row[4] === long).toBe(true);
    expect((row[5] as Buffer).equals(Buffer.alloc(200_000, 7))).toBe(true);
  });

  it('takes int8 over its whole range as a bigint', async () => {
    const edge = 2n ** 63n - 1n;
    const chunks: Buffer[] = [];
    for await (const chunk of encodeRows(defineTable('s.t', { a: 'int8' }), [[edge], [-edge - 1n]]))
      chunks.push(chunk);
    const whole = Buffer.concat(chunks);
    expect(whole.readBigInt64BE(19 + 6)).toBe(edge);
    expect(whole.readBigInt64BE(19 + 14 + 6)).toBe(-edge - 1n);
  });
});

describe('a value that does not fit', () => {
  const cases: readonly (readonly [ColumnType, unknown, RegExp])[] = [
    ['int2', 40_000, /40000 is not within/],
    ['int4', 2 ** 31, /not within/],
    ['int8', 2 ** 53, /not within/],
    ['int8', 2n ** 63n, /does not fit 64 bits/],
    ['int4', 1.5, /whole number/],
    ['int4', NaN, /whole number/],
    ['int4', '1', /whole number was expected, not string/],
    ['bool', 1, /boolean/],
    ['text', 1n, /string was expected, not bigint/],
    ['text', 'a\0b', /keepText/],
    ['text', '\ud800', /keepText/],
    ['bytea', 'ff', /bytes/],
    ['numeric', 1, /bigint/],
    ['timestamptz', 0, /microseconds as a bigint/],
    ['timestamptz', 2n ** 64n, /64 bits/],
    ['jsonb', undefined, /JSON value/],
    ['text[]', 'a', /array/],
    ['text[]', [1], /string/],
    ['int4', undefined, /not undefined/],
  ];

  it.each(cases)('of %s: %o is refused, naming row and column', async (type, value, reason) => {
    const rows = [[null], [value]];
    const all = async (): Promise<void> => {
      for await (const _ of encodeRows(defineTable('s.t', { amount: type }), rows));
    };
    const error: unknown = await all().catch((thrown: unknown) => thrown);
    expect(badValue.is(error)).toBe(true);
    expect(String(error)).toMatch(reason);
    expect(String(error)).toContain('copy s.t: row 2, column amount');
  });

  it('of a row with too few values is refused', async () => {
    const all = async (): Promise<void> => {
      for await (const _ of encodeRows(defineTable('s.t', { a: 'int4', b: 'int4' }), [[1]]));
    };
    await expect(all()).rejects.toThrow(/1 values for 2 columns/);
  });
});
