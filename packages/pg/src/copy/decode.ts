import { badValue } from '../errors.ts';
import type { Column, ColumnType } from '../tables.ts';
import { formatTimestamp } from '../time.ts';
import { POSTGRES_EPOCH } from './encode.ts';
import { readNumeric } from './numeric.ts';

type Decode = (bytes: Buffer) => unknown;

const SIGNATURE_BYTES = 11;
const FLAGS_BYTES = 4;

const readText: Decode = (bytes) => bytes.toString('utf8');
// A copy: the bytes are part of a chunk that would be kept alive with them.
const readBytes: Decode = (bytes) => Buffer.from(bytes);

/** How each column type is read from PostgreSQL's binary format; the same values as `rows` gives. */
const DECODERS: Readonly<Record<ColumnType, Decode>> = {
  int2: (bytes) => bytes.readInt16BE(),
  int4: (bytes) => bytes.readInt32BE(),
  int8: (bytes) => {
    const value = bytes.readBigInt64BE();
    if (BigInt.asIntN(54, value) !== value)
      throw badValue({ reason: `int8 ${value} is beyond 2^53; read it as numeric` });
    return Number(value);
  },
  bool: (bytes) => bytes[0] === 1,
  text: readText,
  bytea: readBytes,
  numeric: readNumeric,
  timestamptz: (bytes) => readMicros(bytes.readBigInt64BE()),
  jsonb: (bytes) => JSON.parse(bytes.toString('utf8', 1)) as unknown,
  'text[]': (bytes) => readArray(bytes, readText),
  'bytea[]': (bytes) => readArray(bytes, readBytes),
};

function readMicros(value: bigint): string {
  if (value === 2n ** 63n - 1n) return 'infinity';
  if (value === -(2n ** 63n)) return '-infinity';
  return formatTimestamp(value + POSTGRES_EPOCH);
}

function readArray(bytes: Buffer, decode: Decode): unknown[] {
  if (bytes.readInt32BE(0) === 0) return [];
  const count = bytes.readInt32BE(12);
  const elements: unknown[] = [];
  let offset = 20;
  for (let index = 0; index < count; index += 1) {
    const field = readField(bytes, offset);
    elements.push(field.bytes === null ? null : decode(field.bytes));
    offset = field.end;
  }
  return elements;
}

function readField(bytes: Buffer, offset: number): { bytes: Buffer | null; end: number } {
  const length = bytes.readInt32BE(offset);
  const start = offset + 4;
  return length < 0
    ? { bytes: null, end: start }
    : { bytes: bytes.subarray(start, start + length), end: start + length };
}

/** Rows of a binary COPY stream, one object a row, read as chunks arrive. */
export async function* decodeRows(
  columns: readonly Column[],
  chunks: AsyncIterable<Buffer>,
): AsyncGenerator<Record<string, unknown>> {
  const decoders = columns.map(({ name, type }) => ({ name, decode: DECODERS[type] }));
  let rest: Buffer = Buffer.alloc(0);
  let headed = false;
  for await (const chunk of chunks) {
    rest = rest.length === 0 ? chunk : Buffer.concat([rest, chunk]);
    let offset = headed ? 0 : headerLength(rest);
    if (offset === undefined) continue;
    headed = true;
    for (let end = rowEnd(rest, offset); end !== undefined; end = rowEnd(rest, offset)) {
      yield readRow(rest, offset, decoders);
      offset = end;
    }
    rest = rest.subarray(offset);
  }
}

interface ColumnDecoder {
  readonly name: string;
  readonly decode: Decode;
}

function readRow(bytes: Buffer, start: number, decoders: readonly ColumnDecoder[]): Record<string, unknown> {
  const row: Record<string, unknown> = {};
  let offset = start + 2;
  for (const { name, decode } of decoders) {
    const field = readField(bytes, offset);
    row[name] = field.bytes === null ? null : decode(field.bytes);
    offset = field.end;
  }
  return row;
}

// The length of signature, flags and extension, once all of it is there.
function headerLength(bytes: Buffer): number | undefined {
  const extension = SIGNATURE_BYTES + FLAGS_BYTES;
  if (bytes.length < extension + 4) return undefined;
  const length = extension + 4 + bytes.readInt32BE(extension);
  return bytes.length < length ? undefined : length;
}

// Where the row that begins here ends; undefined when it is not all there, or when no row follows.
function rowEnd(bytes: Buffer, start: number): number | undefined {
  if (bytes.length < start + 2) return undefined;
  const count = bytes.readInt16BE(start);
  if (count < 0) return undefined;
  let offset = start + 2;
  for (let index = 0; index < count; index += 1) {
    if (bytes.length < offset + 4) return undefined;
    offset += 4 + Math.max(bytes.readInt32BE(offset), 0);
  }
  return offset <= bytes.length ? offset : undefined;
}
