import { createHash } from 'node:crypto';
import { addressToBytes } from './address.ts';

/** What a new contract's address is made of. */
export interface Deployment {
  /** Who sent the transaction that deploys it. */
  readonly from: string;
  /** The transaction's own time, in microseconds since 1970; not the block's. */
  readonly timestamp: bigint;
  readonly nonce: bigint | null;
  /** Only for a contract that another contract made. */
  readonly salt?: bigint;
}

const WORD = 32;
const SALT = 16;

/**
 * The address of the contract that a deploy transaction installs. Two installs of one sender with the same timestamp and
 * nonce have the same address.
 *
 * ```ts
 * contractAddress({ from: transaction.from, timestamp: transaction.timestamp, nonce: 0x97n }) // 'cx0e52…'
 * ```
 */
export function contractAddress({ from, timestamp, nonce, salt = 0n }: Deployment): string {
  const hash = createHash('sha3-256')
    .update(addressToBytes(from).subarray(1))
    .update(word(timestamp))
    // The node leaves out a nonce and a salt of zero; of what is too long it keeps the start of a nonce, the end of a salt.
    .update(nonce === null || nonce === 0n ? '' : word(nonce).subarray(0, WORD))
    .update(salt === 0n ? '' : word(salt).subarray(-SALT));
  return `cx${hash.digest('hex').slice(-40)}`;
}

// Two's complement as the node writes it, with zero bytes in front up to 32 (below zero as well).
function word(value: bigint): Buffer {
  const bits = (value < 0n ? ~value : value).toString(2).length;
  const size = Math.floor(bits / 8) + 1;
  const digits = BigInt.asUintN(size * 8, value).toString(16);
  return Buffer.from(digits.padStart(Math.max(size, WORD) * 2, '0'), 'hex');
}
