import { genesisId, transactionId, type Block, type Receipt, type Transaction } from '@madang/icon';
import { brokenChain } from './errors.ts';
import type { SealedBlock } from './projection.ts';

/** Where the chain stands: height and hash of the last block taken. Height -1 and no hash before the first. */
export interface Position {
  readonly height: number;
  readonly hash: string | null;
}

/** The blocks, each checked before it is handed on. `genesisHash` is that of the chain that the database holds. */
export async function* verified(
  blocks: AsyncIterable<SealedBlock>,
  start: Position,
  genesisHash: string,
): AsyncGenerator<SealedBlock> {
  let position = start;
  for await (const sealed of blocks) {
    if (sealed.block.height === 0 && sealed.block.hash !== genesisHash)
      throw brokenChain({ height: 0, what: `its hash is ${sealed.block.hash}, not ${genesisHash}` });
    position = verify(position, sealed);
    yield sealed;
  }
}

/**
 * Checks that a block follows the position, that its transactions are what their ids say, and that its receipts are its own.
 * @throws INDEXER_BROKEN_CHAIN, or ICON_MALFORMED for a transaction that can have no id
 */
export function verify(after: Position, { block, receipts }: SealedBlock): Position {
  const fault =
    placeFault(after, block) ??
    firstFault(block.transactions, transactionFault) ??
    twiceFault(block) ??
    receiptsFault(block, receipts);
  if (fault !== null) throw brokenChain({ height: block.height, what: fault });
  return { height: block.height, hash: block.hash };
}

function placeFault(after: Position, block: Block): string | null {
  if (block.height !== after.height + 1) return `the block before was ${after.height}`;
  if (after.hash !== null && block.previousHash !== after.hash)
    return `its previous hash is ${block.previousHash ?? 'none'}, not ${after.hash}`;
  return null;
}

function transactionFault({ kind, hash, raw }: Transaction, index: number): string | null {
  const id = kind === 'genesis' ? genesisId(raw) : transactionId(raw);
  return id === hash ? null : `transaction ${index} says that its id is ${hash}, but it is ${id}`;
}

function twiceFault({ transactions }: Block): string | null {
  const seen = new Set<string>();
  return firstFault(transactions, ({ hash }) => {
    if (seen.has(hash)) return `transaction ${hash} stands in it twice`;
    seen.add(hash);
    return null;
  });
}

function receiptsFault(block: Block, receipts: readonly Receipt[]): string | null {
  const { transactions } = block;
  if (receipts.length !== transactions.length)
    return `${transactions.length} transactions have ${receipts.length} receipts`;
  return firstFault(transactions, ({ hash }, index) => {
    const receipt = receipts[index];
    const fault = receipt === undefined ? 'is missing' : receiptFault(block, receipt, hash, index);
    return fault === null ? null : `the receipt of transaction ${hash} ${fault}`;
  });
}

function receiptFault(block: Block, receipt: Receipt, hash: string, index: number): string | null {
  if (receipt.transactionHash !== hash) return `is that of ${receipt.transactionHash}`;
  if (receipt.blockHeight !== block.height) return `names height ${receipt.blockHeight}`;
  if (receipt.blockHash !== block.hash) return `names block ${receipt.blockHash}`;
  if (receipt.transactionIndex !== index) return `names index ${receipt.transactionIndex}, not ${index}`;
  return null;
}

function firstFault<Item>(
  items: readonly Item[],
  faultOf: (item: Item, index: number) => string | null,
): string | null {
  for (const [index, item] of items.entries()) {
    const fault = faultOf(item, index);
    if (fault !== null) return fault;
  }
  return null;
}
