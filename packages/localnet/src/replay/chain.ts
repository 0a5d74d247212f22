import { join } from 'node:path';
import { parseBlock, parseReceipt, type Block, type Transaction } from '@madang/icon';
import { watchContracts, type ContractHistory, type ContractWatch } from './contracts.ts';
import { recordingCorrupt, recordingEmpty } from '../errors.ts';
import type { PlacedTransaction } from '../node/view.ts';
import { genesisAnswers } from '../node/methods/genesis-answers.ts';
import { readLines, type Line } from './ndjson.ts';

/** Blocks and receipts of a recording, indexed. Texts stay as recorded, so that serving one is no more than finding it. */
export interface RecordedChain {
  /** The answer of `icx_getBlockByHeight` of each height from 0. */
  readonly blocks: readonly string[];
  readonly heightOfBlock: ReadonlyMap<string, number>;
  readonly transactions: ReadonlyMap<string, PlacedTransaction>;
  readonly contracts: ContractHistory;
}

interface Draft {
  readonly path: string;
  readonly blocks: string[];
  readonly heightOfBlock: Map<string, number>;
  readonly transactions: Map<string, { height: number; index: number; receipt: string }>;
  /** Transactions that can change a contract, until their receipts come. */
  readonly decisive: Map<string, Transaction>;
  previousHash: string | null;
  contracts: ContractWatch | undefined;
}

/** Loads and checks the blocks and receipts of a recording: gap-free heights, linked hashes, one receipt each. */
export async function loadChain(folder: string): Promise<RecordedChain> {
  const path = join(folder, 'blocks.ndjson.gz');
  const draft: Draft = {
    path,
    blocks: [],
    heightOfBlock: new Map(),
    transactions: new Map(),
    decisive: new Map(),
    previousHash: null,
    contracts: undefined,
  };
  for await (const line of readLines(path)) addBlock(draft, line);
  const { contracts } = draft;
  if (contracts === undefined) throw recordingEmpty({ path });
  await addReceipts(draft, contracts, join(folder, 'receipts.ndjson.gz'));
  return { ...draft, contracts };
}

function addBlock(draft: Draft, line: Line): void {
  const block = parsed(draft.path, line, parseBlock);
  const height = draft.blocks.length;
  const wrong = (reason: string) => recordingCorrupt({ path: draft.path, line: line.number, reason });
  if (block.height !== height) throw wrong(`height ${block.height} in place of ${height}`);
  if (block.previousHash !== draft.previousHash)
    throw wrong(`block ${height} does not follow the block before it`);
  draft.blocks.push(line.text);
  draft.heightOfBlock.set(block.hash, height);
  draft.previousHash = block.hash;
  if (height === 0) addGenesis(draft, block, wrong);
  else addTransactions(draft, block);
}

function addGenesis(draft: Draft, block: Block, wrong: (reason: string) => Error): void {
  const [genesis] = block.transactions;
  if (genesis?.kind !== 'genesis') throw wrong('the first block has no genesis transaction');
  const { id, receipt } = genesisAnswers(genesis.raw, block.hash);
  draft.transactions.set(id, { height: 0, index: 0, receipt });
  draft.contracts = watchContracts(genesis.raw);
}

function addTransactions(draft: Draft, { height, transactions }: Block): void {
  for (const [index, transaction] of transactions.entries()) {
    draft.transactions.set(transaction.hash, { height, index, receipt: '' });
    if (draft.contracts?.concerns(transaction) === true) draft.decisive.set(transaction.hash, transaction);
  }
}

async function addReceipts(draft: Draft, contracts: ContractWatch, path: string): Promise<void> {
  for await (const line of readLines(path)) {
    const receipt = parsed(path, line, parseReceipt);
    const { transactionHash } = receipt;
    const entry = draft.transactions.get(transactionHash);
    const wrong = (reason: string) => recordingCorrupt({ path, line: line.number, reason });
    if (entry === undefined) throw wrong(`transaction ${transactionHash} is in no block`);
    if (entry.receipt !== '') throw wrong(`a second receipt of transaction ${transactionHash}`);
    if (entry.height !== receipt.blockHeight || entry.index !== receipt.transactionIndex) {
      throw wrong(`the receipt of ${transactionHash} names another place than its block`);
    }
    entry.receipt = line.text;
    const transaction = draft.decisive.get(transactionHash);
    if (transaction !== undefined) contracts.see(transaction, receipt);
  }
  for (const [hash, { receipt }] of draft.transactions) {
    if (receipt === '')
      throw recordingCorrupt({ path, reason: `the receipt of transaction ${hash} is missing` });
  }
}

function parsed<T>(path: string, line: Line, parse: (json: unknown) => T): T {
  try {
    return parse(line.json);
  } catch (error) {
    const reason = error instanceof Error ? error.message : String(error);
    throw recordingCorrupt({ path, line: line.number, reason }, error);
  }
}
