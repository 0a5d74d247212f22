import type { Block, Receipt } from '@madang/icon';
import { brokenChain } from './errors.ts';
import type { SealedBlock } from './projection.ts';

/** Where the chain stands: height and hash of the last block taken. Height -1 and no hash before the first. */
export interface Position {
  readonly height: number;
  readonly hash: string | null;
}

/**
 * Checks that a block follows the position and that its receipts are its own.
 * @throws INDEXER_BROKEN_CHAIN
 */
export function verify(after: Position, sealed: SealedBlock): Position {
  const { block, receipts } = sealed;
  const refuse = (what: string): never => {
    throw brokenChain({ height: block.height, what });
  };
  if (block.height !== after.height + 1) refuse(`the block before was ${after.height}`);
  if (after.hash !== null && block.previousHash !== after.hash)
    refuse(`its previous hash is ${block.previousHash ?? 'none'}, not ${after.hash}`);
  if (receipts.length !== block.transactions.length)
    refuse(`${block.transactions.length} transactions have ${receipts.length} receipts`);
  const seen = new Set<string>();
  receipts.forEach((receipt, index) => {
    const hash = block.transactions[index]?.hash ?? '';
    if (seen.has(hash)) refuse(`transaction ${hash} stands in it twice`);
    seen.add(hash);
    const fault = receiptFault(block, receipt, hash, index);
    if (fault !== null) refuse(`the receipt of transaction ${hash} ${fault}`);
  });
  return { height: block.height, hash: block.hash };
}

function receiptFault(block: Block, receipt: Receipt, hash: string, index: number): string | null {
  if (receipt.transactionHash !== hash) return `is that of ${receipt.transactionHash}`;
  if (receipt.blockHeight !== block.height) return `names height ${receipt.blockHeight}`;
  if (receipt.blockHash !== block.hash) return `names block ${receipt.blockHash}`;
  if (receipt.transactionIndex !== index) return `names index ${receipt.transactionIndex}, not ${index}`;
  return null;
}
