import { hashToBytes } from '@madang/icon';
import { defineProjection, type SealedBlock } from '@madang/indexer';
import { sql, type Transaction } from '@madang/pg';
import { blockRow, transactionRow } from './rows.ts';
import { blockHashTable, blockTable, transactionHashTable, transactionTable } from './tables.ts';

/** What the explorer keeps: every block, every transaction with its receipt, and counters that move with them. */
export const trackerProjection = defineProjection({
  name: 'tracker',
  version: 1,
  wants: {},
  async apply({ blocks }, tx) {
    await tx.copyIn(blockTable, blocks.map(blockRow));
    await tx.copyIn(
      blockHashTable,
      blocks.map(({ block }) => [hashToBytes(block.hash), block.height]),
    );
    await tx.copyIn(transactionTable, transactionRows(blocks));
    await tx.copyIn(transactionHashTable, transactionHashRows(blocks));
    await moveCounters(blocks, tx);
  },
  async reset(tx) {
    await tx.execute(
      'tracker.reset',
      sql`truncate tracker.block, tracker.block_hash, tracker.transaction, tracker.transaction_hash`,
    );
    await tx.execute(
      'tracker.counter.reset',
      sql`update tracker.counter set height = -1, blocks = 0, transactions = 0, failed_transactions = 0, logs = 0`,
    );
  },
});

function* transactionRows(blocks: readonly SealedBlock[]): Generator<readonly unknown[]> {
  for (const { block, receipts } of blocks) {
    for (const [index, receipt] of receipts.entries()) {
      const transaction = block.transactions[index];
      if (transaction !== undefined) yield transactionRow(block, transaction, receipt, index);
    }
  }
}

function* transactionHashRows(blocks: readonly SealedBlock[]): Generator<readonly unknown[]> {
  for (const { block } of blocks) {
    for (const [index, { hash }] of block.transactions.entries())
      yield [hashToBytes(hash), block.height, index];
  }
}

async function moveCounters(blocks: readonly SealedBlock[], tx: Transaction): Promise<void> {
  const receipts = blocks.flatMap((sealed) => sealed.receipts);
  const failed = receipts.filter(({ status }) => status === 'failure').length;
  const logs = receipts.reduce((sum, receipt) => sum + receipt.logs.length, 0);
  await tx.execute(
    'tracker.counter.move',
    sql`
      update tracker.counter
      set height = ${blocks.at(-1)?.block.height ?? -1},
          blocks = blocks + ${blocks.length},
          transactions = transactions + ${receipts.length},
          failed_transactions = failed_transactions + ${failed},
          logs = logs + ${logs}`,
  );
}
