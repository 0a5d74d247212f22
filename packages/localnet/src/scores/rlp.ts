import { integerBytes } from './integer-bytes.ts';

const STRING = 0x80;
const LIST = 0xc0;
/** Longer contents tell their length in bytes of its own. */
const SHORT = 55;

/** Integers as an RLP list, each in two's complement: what IRC31 writes to the log for the ids and values of a batch. */
export function encodeRlpIntegers(integers: readonly bigint[]): Buffer {
  const content = Buffer.concat(integers.map(encodeInteger));
  return Buffer.concat([header(LIST, content.length), content]);
}

function encodeInteger(integer: bigint): Buffer {
  const content = integerBytes(integer);
  const [first = 0] = content;
  return content.length === 1 && first < STRING
    ? content
    : Buffer.concat([header(STRING, content.length), content]);
}

function header(kind: number, length: number): Buffer {
  if (length <= SHORT) return Buffer.of(kind + length);
  const hex = length.toString(16);
  const size = Buffer.from(hex.padStart(hex.length + (hex.length % 2), '0'), 'hex');
  return Buffer.concat([Buffer.of(kind + SHORT + size.length), size]);
}
