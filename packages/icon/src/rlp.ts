import { malformed } from './malformed.ts';

const WHAT = 'the RLP list';
const STRING = 0x80;
const LONG_STRING = 0xb7;
const LIST = 0xc0;
const LONG_LIST = 0xf7;

/** An item of RLP: where its content starts and ends. */
interface Span {
  readonly start: number;
  readonly end: number;
  readonly isList: boolean;
}

/**
 * Reads an RLP list of integers: the ids and the values of a `TransferBatch` log. Each is the big-endian two's
 * complement of the number, as contracts and nodes write it; no bytes are 0. Anything else (a list within the list, bytes
 * behind it, a length that leads outside) is ICON_MALFORMED.
 *
 * ```ts
 * decodeRlpIntegers(Buffer.from('c3827bc0', 'hex')) // [31680n]
 * ```
 */
export function decodeRlpIntegers(bytes: Uint8Array): bigint[] {
  const list = spanAt(bytes, 0, bytes.length);
  if (!list.isList) throw malformed(WHAT, shown(bytes), 'a list');
  if (list.end !== bytes.length)
    throw malformed(WHAT, shown(bytes), `${list.end} bytes long, as it says itself`);
  const integers: bigint[] = [];
  for (let at = list.start; at < list.end;) {
    const item = spanAt(bytes, at, list.end);
    if (item.isList)
      throw malformed(`${WHAT} at item ${integers.length}`, shown(bytes), 'an integer, not a list');
    integers.push(signedInteger(bytes.subarray(item.start, item.end)));
    at = item.end;
  }
  return integers;
}

// The first byte says what the item is and how long, or how many of the next bytes say how long.
function spanAt(bytes: Uint8Array, at: number, end: number): Span {
  const first = bytes[at];
  if (first === undefined) throw malformed(WHAT, shown(bytes), 'a list');
  if (first < STRING) return { start: at, end: at + 1, isList: false };
  const isList = first >= LIST;
  const short = first - (isList ? LIST : STRING);
  const longer = first - (isList ? LONG_LIST : LONG_STRING);
  const start = at + 1 + Math.max(longer, 0);
  const length = longer > 0 ? lengthOf(bytes.subarray(at + 1, start)) : short;
  if (length > end - start) throw malformed(`${WHAT} at byte ${at}`, shown(bytes), `${length} bytes longer`);
  return { start, end: start + length, isList };
}

// Beyond 2^53 it is not exact, but far longer than any input.
function lengthOf(bytes: Uint8Array): number {
  return bytes.reduce((length, byte) => length * 256 + byte, 0);
}

function signedInteger(bytes: Uint8Array): bigint {
  if (bytes.length === 0) return 0n;
  return BigInt.asIntN(bytes.length * 8, BigInt(shown(bytes)));
}

function shown(bytes: Uint8Array): string {
  return `0x${Buffer.from(bytes).toString('hex')}`;
}
