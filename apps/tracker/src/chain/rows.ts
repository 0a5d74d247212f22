import { addressToBytes, hashToBytes, type Block, type Receipt, type Transaction } from '@madang/icon';
import type { SealedBlock } from '@madang/indexer';
import { keepText } from '@madang/pg';

type Row = readonly unknown[];

/** The row of a block, in the order of {@link blockTable}. */
export function blockRow({ block, receipts }: SealedBlock): Row {
  return [
    block.height,
    hashToBytes(block.hash),
    bytesOf(block.previousHash, hashToBytes),
    keepText(block.version),
    block.timestamp,
    bytesOf(block.producer, addressToBytes),
    bytesOf(block.merkleRoot, hashToBytes),
    block.transactions.length,
    receipts.filter(({ status }) => status === 'failure').length,
    receipts.reduce((sum, { logs }) => sum + logs.length, 0),
    receipts.reduce((sum, { fee }) => sum + fee, 0n),
  ];
}

/** The row of a transaction with its receipt, in the order of {@link transactionTable}. */
export function transactionRow(block: Block, transaction: Transaction, receipt: Receipt, index: number): Row {
  return [
    block.height,
    index,
    hashToBytes(transaction.hash),
    block.timestamp,
    transaction.kind,
    keepText(transaction.method),
    bytesOf(transaction.from, addressToBytes),
    bytesOf(transaction.to, addressToBytes),
    transaction.value,
    receipt.status === 'success',
    keepText(receipt.failure?.code ?? null),
    keepText(receipt.failure?.message ?? null),
    receipt.fee,
    keepText(transaction.version),
    keepText(transaction.nid),
    keepText(transaction.nonce),
    transaction.timestamp,
    transaction.stepLimit,
    receipt.stepUsed,
    receipt.stepPrice,
    stepDetails(receipt),
    keepText(transaction.signature),
    keepText(transaction.dataType),
    // JSON.stringify writes U+0000 and lone surrogates as escapes, which any text column takes.
    transaction.data === undefined ? null : JSON.stringify(transaction.data),
    bytesOf(receipt.scoreAddress, addressToBytes),
    receipt.logs.length,
  ];
}

function stepDetails({ stepUsedDetails }: Receipt): string | null {
  if (stepUsedDetails === null) return null;
  return JSON.stringify(
    Object.fromEntries(
      Object.entries(stepUsedDetails).map(([address, steps]) => [address, steps.toString()]),
    ),
  );
}

function bytesOf(value: string | null, convert: (value: string) => Uint8Array): Uint8Array | null {
  return value === null ? null : convert(value);
}
