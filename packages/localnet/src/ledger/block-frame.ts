import { hashFromBytes, hashToBytes } from '@madang/icon';

/** A block and its results as they stand in a frame, in front of the values that it changes. */
export interface BlockFrame {
  readonly hash: string;
  readonly block: Slice;
  readonly transactions: readonly { readonly hash: string; readonly receipt: Slice }[];
  /** Bytes of all this. */
  readonly bytes: number;
}

/** A part of a frame. */
export interface Slice {
  readonly from: number;
  readonly bytes: number;
}

interface Parts {
  readonly hash: string;
  readonly text: string;
  readonly transactions: readonly { readonly hash: string; readonly receipt: string }[];
}

const HASH_BYTES = 32;
/** Hash of the block, bytes of its text, number of transactions. */
const HEAD_BYTES = HASH_BYTES + 4 + 4;
/** Hash of the transaction, bytes of its receipt. */
const ENTRY_BYTES = HASH_BYTES + 4;

export function encodeBlock({ hash, text, transactions }: Parts): Buffer {
  const block = Buffer.from(text);
  const receipts = transactions.map(({ receipt }) => Buffer.from(receipt));
  const head = Buffer.alloc(HEAD_BYTES + transactions.length * ENTRY_BYTES);
  hashToBytes(hash).copy(head, 0);
  head.writeUInt32LE(block.length, HASH_BYTES);
  head.writeUInt32LE(transactions.length, HASH_BYTES + 4);
  for (const [i, transaction] of transactions.entries()) {
    const at = HEAD_BYTES + i * ENTRY_BYTES;
    hashToBytes(transaction.hash).copy(head, at);
    head.writeUInt32LE(receipts[i]?.length ?? 0, at + HASH_BYTES);
  }
  return Buffer.concat([head, block, ...receipts]);
}

/** Reads what {@link encodeBlock} wrote, whatever follows it. */
export function decodeBlock(bytes: Buffer): BlockFrame {
  const count = bytes.readUInt32LE(HASH_BYTES + 4);
  const block = { from: HEAD_BYTES + count * ENTRY_BYTES, bytes: bytes.readUInt32LE(HASH_BYTES) };
  let from = block.from + block.bytes;
  const transactions = Array.from({ length: count }, (_, i) => {
    const at = HEAD_BYTES + i * ENTRY_BYTES;
    const receipt = { from, bytes: bytes.readUInt32LE(at + HASH_BYTES) };
    from += receipt.bytes;
    return { hash: hashFromBytes(bytes.subarray(at, at + HASH_BYTES)), receipt };
  });
  return { hash: hashFromBytes(bytes.subarray(0, HASH_BYTES)), block, transactions, bytes: from };
}
