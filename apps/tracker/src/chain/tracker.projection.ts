import { hashToBytes } from '@madang/icon';
import { defineProjection, type SealedBlock } from '@madang/indexer';
import { sql, type Transaction } from '@madang/pg';
import { writeContracts } from './contract-rows.ts';
import { questionsAbout } from './describe.ts';
import { foldBatch, type Folded } from './fold.ts';
import { PROJECTION } from './head.ts';
import { loadKnown } from './known.ts';
import { blockRow } from './rows.ts';
import { subjectsOf } from './subjects.ts';
import {
  blockHashTable,
  blockTable,
  internalTransferTable,
  logTable,
  tokenTransferTable,
  transactionHashTable,
  transactionTable,
} from './tables.ts';

/**
 * What the explorer keeps: blocks, transactions with their receipts, logs, what moved by them, addresses, contracts, tokens
 * with their holders, and counters that move with all of these.
 */
export const trackerProjection = defineProjection({
  name: PROJECTION,
  version: 2,
  wants: {
    ask: async (blocks, database) => questionsAbout(subjectsOf(blocks, await loadKnown(database, blocks))),
  },
  async apply(batch, tx) {
    const { blocks } = batch;
    const folded = foldBatch(batch, await loadKnown(tx, blocks));
    await tx.copyIn(blockTable, blocks.map(blockRow));
    await tx.copyIn(
      blockHashTable,
      blocks.map(({ block }) => [hashToBytes(block.hash), block.height]),
    );
    await tx.copyIn(transactionTable, folded.transactions);
    await tx.copyIn(transactionHashTable, transactionHashRows(blocks));
    await tx.copyIn(logTable, folded.logs);
    await tx.copyIn(tokenTransferTable, folded.tokenTransfers);
    await tx.copyIn(internalTransferTable, folded.internalTransfers);
    await writeRules(tx, folded);
    const contracts = folded.book.changed();
    await writeContracts(tx, contracts);
    await moveCounters(tx, blocks, folded, {
      contracts: contracts.filter(({ created }) => created).length,
      addresses: await folded.activity.write(tx),
      tokens: await folded.ledger.write(tx),
    });
  },
  async reset(tx) {
    await tx.execute(
      'tracker.reset',
      sql`
        truncate tracker.block, tracker.block_hash, tracker.transaction, tracker.transaction_hash, tracker.log,
          tracker.token_transfer, tracker.internal_transfer, tracker.address, tracker.contract,
          tracker.contract_version, tracker.token, tracker.holding, tracker.item, tracker.genesis, tracker.counter`,
    );
    await tx.execute(
      'tracker.counter.reset',
      sql`
        insert into tracker.counter (height, blocks, transactions, failed_transactions, logs)
        values (-1, 0, 0, 0, 0)`,
    );
  },
});

function* transactionHashRows(blocks: readonly SealedBlock[]): Generator<readonly unknown[]> {
  for (const { block } of blocks) {
    for (const [index, { hash }] of block.transactions.entries())
      yield [hashToBytes(hash), block.height, index];
  }
}

async function writeRules(tx: Transaction, { genesis }: Folded): Promise<void> {
  if (genesis === null) return;
  await tx.execute(
    'tracker.genesis.write',
    sql`insert into tracker.genesis (audit_enabled) values (${genesis.auditEnabled})`,
  );
}

interface Created {
  readonly addresses: number;
  readonly contracts: number;
  readonly tokens: number;
}

async function moveCounters(
  tx: Transaction,
  blocks: readonly SealedBlock[],
  folded: Folded,
  { addresses, contracts, tokens }: Created,
): Promise<void> {
  await tx.execute(
    'tracker.counter.move',
    sql`
      update tracker.counter
      set height = ${blocks.at(-1)?.block.height ?? -1},
          blocks = blocks + ${blocks.length},
          transactions = transactions + ${folded.transactions.length},
          failed_transactions = failed_transactions + ${folded.failedTransactions},
          logs = logs + ${folded.logs.length},
          token_transfers = token_transfers + ${folded.tokenTransfers.length},
          internal_transfers = internal_transfers + ${folded.internalTransfers.length},
          addresses = addresses + ${addresses},
          contracts = contracts + ${contracts},
          tokens = tokens + ${tokens}`,
  );
}
