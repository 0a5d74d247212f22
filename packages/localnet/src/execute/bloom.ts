import { createHash } from 'node:crypto';
import { addressToBytes } from '@madang/icon';
import type { Log } from './log.ts';

const BITS = 2048;
/** Positions that each item sets. */
const POSITIONS = 3;
const ADDRESS_MARK = 0xff;

/**
 * The bloom filter of logs, 2,048 bits as hexadecimal digits: for each the address, and each indexed value behind its index (goloop
 * service/txresult/logsbloom.go).
 */
export function bloomOf(logs: readonly Pick<Log, 'scoreAddress' | 'indexedBytes'>[]): string {
  if (logs.length === 0) return EMPTY;
  const bits = Buffer.alloc(BITS / 8);
  for (const { scoreAddress, indexedBytes } of logs) {
    add(bits, ADDRESS_MARK, addressToBytes(scoreAddress));
    for (const [index, bytes] of indexedBytes.entries()) if (bytes !== null) add(bits, index, bytes);
  }
  return `0x${bits.toString('hex')}`;
}

const EMPTY = `0x${'0'.repeat(BITS / 4)}`;

function add(bits: Buffer, mark: number, bytes: Buffer): void {
  const hash = createHash('sha3-256').update(Buffer.of(mark)).update(bytes).digest();
  for (let i = 0; i < POSITIONS; i += 1) {
    const position = hash.readUInt16BE(i * 2) % BITS;
    const place = bits.length - 1 - (position >> 3);
    bits[place] = (bits[place] ?? 0) | (1 << (position & 7));
  }
}
