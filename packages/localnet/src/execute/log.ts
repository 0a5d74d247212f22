import { addressToBytes, isAddress } from '@madang/icon';
import { integerBytes } from '../scores/integer-bytes.ts';

/** An event as receipts have it, with what its bloom filter is made of. */
export interface Log {
  readonly scoreAddress: string;
  readonly indexed: readonly (string | null)[];
  readonly data: readonly (string | null)[];
  /** Bytes of the indexed values, the signature first; null where the value is. */
  readonly indexedBytes: readonly (Buffer | null)[];
}

/** An event that the node itself writes: its values are addresses, integers as T_INT, or bytes as hexadecimal digits. */
export function nodeLog(
  scoreAddress: string,
  signature: string,
  indexed: readonly string[],
  data: readonly string[],
): Log {
  return {
    scoreAddress,
    indexed: [signature, ...indexed],
    data,
    indexedBytes: [Buffer.from(signature), ...indexed.map(bytesOf)],
  };
}

function bytesOf(value: string): Buffer {
  if (isAddress(value)) return addressToBytes(value);
  return integerBytes(BigInt(value === '0x' ? 0 : value));
}
