import { addressToBytes, hashToBytes, sha3, type JsonObject } from '@madang/icon';
import { integerBytes } from '../scores/integer-bytes.ts';
import { encodeRlp } from './rlp.ts';

/** What a block is made of, before its transactions are executed. */
export interface BlockDraft {
  readonly height: number;
  /** Microseconds since 1970. */
  readonly timestamp: bigint;
  /** Who proposes it; null in the first block. */
  readonly proposer: string | null;
  /** Null in the first block. */
  readonly previousHash: string | null;
  /** Hash of the results of the block before it, which this one seals. */
  readonly resultHash: string;
  /** As clients are told them, the hash included; the genesis transaction has none. */
  readonly transactions: readonly JsonObject[];
  readonly transactionHashes: readonly string[];
}

export interface Block {
  readonly hash: string;
  /** The answer of `icx_getBlockByHeight`, members in the node's order. */
  readonly text: string;
}

/** A block with the hash of its header. */
export function sealBlock(draft: BlockDraft): Block {
  const hash = sha3(headerOf(draft));
  const { height, timestamp, proposer, previousHash, transactions, transactionHashes } = draft;
  const text = JSON.stringify({
    block_hash: hash.slice(2),
    confirmed_transaction_list: transactions,
    height,
    merkle_tree_root_hash: rootOf(transactionHashes)?.slice(2) ?? '',
    peer_id: proposer ?? '',
    prev_block_hash: previousHash?.slice(2) ?? '',
    signature: '',
    time_stamp: Number(timestamp),
    version: '2.0',
  });
  return { hash, text };
}

const VERSION = 2n;
const NOTHING = Buffer.alloc(0);

/** The answer of `icx_getBlockHeaderByHeight` as bytes, which the block's hash is made of. */
export function headerOf(draft: Omit<BlockDraft, 'transactions'>): Buffer {
  const { height, timestamp, proposer, previousHash, resultHash, transactionHashes } = draft;
  const root = rootOf(transactionHashes);
  return encodeRlp([
    integerBytes(VERSION),
    integerBytes(BigInt(height)),
    integerBytes(timestamp),
    proposer === null ? NOTHING : addressToBytes(proposer),
    previousHash === null ? NOTHING : hashToBytes(previousHash),
    NOTHING,
    NOTHING,
    NOTHING,
    root === null ? NOTHING : hashToBytes(root),
    NOTHING,
    hashToBytes(resultHash),
  ]);
}

/** Root of the binary tree over transaction hashes; null without any. An odd one at the end goes up as it is. */
function rootOf(hashes: readonly string[]): string | null {
  let level = hashes.map(hashToBytes);
  if (level.length === 0) return null;
  while (level.length > 1) {
    const pairs: Buffer[] = [];
    for (let i = 0; i < level.length; i += 2) {
      const [left = NOTHING, right] = level.slice(i, i + 2);
      pairs.push(right === undefined ? left : hashToBytes(sha3(Buffer.concat([left, right]))));
    }
    level = pairs;
  }
  return `0x${level[0]?.toString('hex') ?? ''}`;
}
