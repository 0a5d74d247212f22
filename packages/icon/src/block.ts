import { parseAddress } from './address.ts';
import { absent, list, object, text } from './fields.ts';
import { parseHash } from './hash.ts';
import { safeNumber } from './integer.ts';
import { parseTransaction, type Transaction } from './transaction.ts';

/** A block as a goloop node serves it, of any version from 0.1a to 2.0. */
export interface Block {
  readonly height: number;
  readonly hash: string;
  /** Null for the first block. */
  readonly previousHash: string | null;
  readonly version: string;
  /** Microseconds since 1970; 0 for the first block. */
  readonly timestamp: bigint;
  /** The validator that proposed it; null for the first block. */
  readonly producer: string | null;
  /** Null for a block without transactions. */
  readonly merkleRoot: string | null;
  readonly transactions: readonly Transaction[];
}

/**
 * Reads the answer of `icx_getBlockByHeight`, `icx_getBlockByHash` or `icx_getLastBlock`; what cannot be read is
 * ICON_MALFORMED.
 *
 * ```ts
 * const block = parseBlock(await client.call('icx_getBlockByHeight', { height: '0x1' }));
 * ```
 */
export function parseBlock(json: unknown): Block {
  const raw = object(json, 'block');
  const height = safeNumber(raw['height'], 'block.height');
  const path = `block ${height}`;
  return {
    height,
    hash: parseHash(raw['block_hash'], `${path}.block_hash`),
    previousHash: optionalHash(raw['prev_block_hash'], `${path}.prev_block_hash`),
    version: text(raw['version'], `${path}.version`),
    timestamp: BigInt(safeNumber(raw['time_stamp'], `${path}.time_stamp`)),
    producer: absent(raw['peer_id']) ? null : parseAddress(raw['peer_id'], `${path}.peer_id`),
    merkleRoot: optionalHash(raw['merkle_tree_root_hash'], `${path}.merkle_tree_root_hash`),
    transactions: list(raw['confirmed_transaction_list'], `${path}.confirmed_transaction_list`).map(
      (item, i) => parseTransaction(item, `${path}.confirmed_transaction_list[${i}]`),
    ),
  };
}

function optionalHash(value: unknown, path: string): string | null {
  return absent(value) ? null : parseHash(value, path);
}
