import type { EventLog, Receipt, Transaction } from '@madang/icon';
import type { Batch, SealedBlock } from '@madang/indexer';
import { readGenesis, type Genesis } from '../domain/genesis.ts';
import { internalTransfer } from '../domain/internal-transfer.ts';
import { standardOfPlainTransfer } from '../domain/token-standard.ts';
import { tokenTransfers } from '../domain/token-transfers.ts';
import { createActivityTally, type ActivityTally } from './activity.ts';
import { openContractBook, type ContractBook } from './contract-book.ts';
import { describe, newcomer } from './describe.ts';
import { changesAt, type Known } from './known.ts';
import { internalTransferRow, logRow, tokenTransferRow, type LogPlace } from './log-rows.ts';
import { transactionRow } from './rows.ts';
import { subjectsOf, type Subjects } from './subjects.ts';
import { createTokenLedger, type TokenLedger } from './token-ledger.ts';

type Row = readonly unknown[];

/** What a batch brings, ready to be written. */
export interface Folded {
  readonly transactions: Row[];
  readonly logs: Row[];
  readonly tokenTransfers: Row[];
  readonly internalTransfers: Row[];
  readonly activity: ActivityTally;
  readonly ledger: TokenLedger;
  readonly book: ContractBook;
  /** Set in the batch that has the first block. */
  genesis: Genesis | null;
  failedTransactions: number;
}

/** Goes through a batch in the order of the chain. Touches no database: what is known before comes with `known`. */
export function foldBatch(batch: Batch, known: Known): Folded {
  const folded: Folded = {
    transactions: [],
    logs: [],
    tokenTransfers: [],
    internalTransfers: [],
    activity: createActivityTally(),
    ledger: createTokenLedger(),
    book: openContractBook(known),
    genesis: null,
    failedTransactions: 0,
  };
  const subjects = subjectsOf(batch.blocks, known);
  for (const [index, sealed] of batch.blocks.entries()) {
    const about = subjects[index];
    if (about !== undefined) takeAnswers(folded, batch, about);
    foldBlock(folded, sealed);
  }
  return folded;
}

// The answers tell of the state after the block; a log in it is read by the code that is there then.
function takeAnswers({ book }: Folded, batch: Batch, { height, described, newcomers }: Subjects): void {
  for (const address of newcomers) book.add(newcomer(batch, address, height));
  for (const address of described) book.describe(address, height, describe(batch, address, height));
}

function foldBlock(folded: Folded, { block, receipts }: SealedBlock): void {
  for (const [index, receipt] of receipts.entries()) {
    const transaction = block.transactions[index];
    if (transaction === undefined) continue;
    foldParties(folded, block.height, transaction, receipt);
    foldContracts(folded, block.height, transaction, receipt);
    const place = { height: block.height, transactionIndex: index, time: block.timestamp };
    const moved = { tokens: 0, internal: 0 };
    for (const [logIndex, log] of receipt.logs.entries())
      foldLog(folded, { ...place, index: logIndex }, log, moved);
    folded.transactions.push([
      ...transactionRow(block, transaction, receipt, index),
      moved.tokens,
      moved.internal,
    ]);
  }
}

function foldParties(folded: Folded, height: number, { from, to }: Transaction, receipt: Receipt): void {
  const { activity } = folded;
  activity.count('transactions', height, from, to);
  activity.count('sent', height, from);
  activity.count('received', height, to);
  if (receipt.scoreAddress !== null) activity.see(receipt.scoreAddress, height);
  if (receipt.status === 'failure') folded.failedTransactions += 1;
}

function foldContracts(folded: Folded, height: number, transaction: Transaction, receipt: Receipt): void {
  const place = { height, transactionHash: receipt.transactionHash };
  if (transaction.kind === 'genesis') {
    folded.genesis = readGenesis(transaction.raw);
    folded.book.begin(folded.genesis, place);
    for (const address of folded.genesis.accounts) folded.activity.see(address, height);
  }
  for (const change of changesAt(transaction, receipt)) folded.book.change(change, place);
}

function foldLog(
  { logs, tokenTransfers: rows, internalTransfers, activity, ledger, book }: Folded,
  place: LogPlace,
  log: EventLog,
  moved: { tokens: number; internal: number },
): void {
  logs.push(logRow(place, log));
  activity.count('logs', place.height, log.address);
  const transfers = tokenTransfers(log, standardOfPlainTransfer(book.apiOf(log.address)));
  for (const [subIndex, transfer] of transfers.entries()) {
    rows.push(tokenTransferRow(place, subIndex, log.address, transfer));
    ledger.note(log.address, transfer, place.height);
    activity.count('tokenTransfers', place.height, transfer.from, transfer.to);
    moved.tokens += 1;
  }
  const internal = internalTransfer(log);
  if (internal === null) return;
  internalTransfers.push(internalTransferRow(place, internal));
  activity.count('internalTransfers', place.height, internal.from, internal.to);
  moved.internal += 1;
}
