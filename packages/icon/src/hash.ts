import { createHash } from 'node:crypto';
import { malformed } from './malformed.ts';

const HASH = /^0x[0-9a-f]{64}$/;

/** Whether a text is a T_HASH: `0x` and 64 lower-case hexadecimal digits. */
export function isHash(text: string): boolean {
  return HASH.test(text);
}

/** A hash in its full form. Block answers and transactions of version 2 leave the `0x` out; else ICON_MALFORMED. */
export function parseHash(value: unknown, path = 'the hash'): string {
  if (typeof value === 'string') {
    const full = value.startsWith('0x') ? value : `0x${value}`;
    if (HASH.test(full)) return full;
  }
  throw malformed(path, value, 'a hash of 64 hexadecimal digits');
}

/** The 32 bytes of a hash. */
export function hashToBytes(hash: string): Buffer {
  return Buffer.from(parseHash(hash).slice(2), 'hex');
}

/** The hash that 32 bytes stand for; any other length is ICON_MALFORMED. */
export function hashFromBytes(bytes: Uint8Array): string {
  if (bytes.length !== 32) throw malformed('the hash', `${bytes.length} bytes`, '32 bytes');
  return `0x${Buffer.from(bytes).toString('hex')}`;
}

/** SHA3-256 (FIPS 202, not Keccak) of UTF-8 text or of bytes, as a hash. */
export function sha3(data: string | Uint8Array): string {
  return `0x${createHash('sha3-256').update(data).digest('hex')}`;
}
