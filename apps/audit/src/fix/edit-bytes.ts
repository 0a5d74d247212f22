import type { Edit } from '../catalogue/finding.ts';
import { decodeSource } from '../domain/python/source.ts';

type Change = Pick<Edit, 'start' | 'end' | 'text'>;

/** The text with all edits put in. They do not overlap. */
export function editText(text: string, edits: readonly Change[]): string {
  let result = '';
  let at = 0;
  for (const { start, end, text: put } of inOrder(edits)) {
    result += text.slice(at, start) + put;
    at = end;
  }
  return result + text.slice(at);
}

/**
 * Puts edits into a file as it is on the disk. All other bytes stay, and so do encoding, line ends and a byte-order mark. Gives
 * undefined where that cannot be: the file was not read without loss, or the new text does not exist in its encoding.
 */
export function editBytes(bytes: Uint8Array, edits: readonly Change[]): Uint8Array | undefined {
  const { text, encoding } = decodeSource(bytes);
  if (encoding === undefined) return undefined;
  const placeOf = encoding === 'utf-8' ? utf8Places(bytes, text) : otherPlaces(bytes, encoding);
  const pieces: Uint8Array[] = [];
  let at = 0;
  for (const { start, end, text: put } of inOrder(edits)) {
    pieces.push(bytes.subarray(at, placeOf(start)), Buffer.from(put, 'utf8'));
    at = placeOf(end);
  }
  const edited = new Uint8Array(Buffer.concat([...pieces, bytes.subarray(at)]));
  return decodeSource(edited).text === editText(text, edits) ? edited : undefined;
}

const inOrder = (edits: readonly Change[]) => edits.toSorted((left, right) => left.start - right.start);

const BYTE_ORDER_MARK = [0xef, 0xbb, 0xbf];

function utf8Places(bytes: Uint8Array, text: string): (offset: number) => number {
  const mark = BYTE_ORDER_MARK.every((byte, index) => bytes[index] === byte) ? BYTE_ORDER_MARK.length : 0;
  return (offset) => mark + Buffer.byteLength(text.slice(0, offset));
}

/** Of an encoding whose characters differ in length: a character ends with the byte at which it comes out of the decoder. */
function otherPlaces(bytes: Uint8Array, encoding: string): (offset: number) => number {
  const decoder = new TextDecoder(encoding);
  const ends = [0];
  for (let at = 0; at < bytes.length; at += 1) {
    const { length } = decoder.decode(bytes.subarray(at, at + 1), { stream: true });
    for (let count = 0; count < length; count += 1) ends.push(at + 1);
  }
  return (offset) => ends[offset] ?? bytes.length;
}
