import { ADDRESS, isContract, type EventLog } from '@madang/icon';
import type { SealedBlock } from '@madang/indexer';
import { readGenesis } from '../domain/genesis.ts';
import { tokenTransfers } from '../domain/token-transfers.ts';
import { changesAt, type Known } from './known.ts';

/** The contracts that the node is asked about after a block. */
export interface Subjects {
  readonly height: number;
  /** API, name, symbol and decimals are asked: new, with new code, or the first time as a token. */
  readonly described: ReadonlySet<string>;
  /** Contracts that were never deployed by a transaction: made by other contracts. Their status is asked, too. */
  readonly newcomers: ReadonlySet<string>;
}

/**
 * What to ask about each of these blocks. It depends on the chain alone: what is known before the batch is what the blocks
 * before it said.
 */
export function subjectsOf(blocks: readonly SealedBlock[], known: Known): Subjects[] {
  const seen: Seen = {
    contracts: new Set(known.contracts.keys()),
    tokens: new Set(known.tokens),
    addressOfDeploy: new Map(known.addressOfDeploy),
  };
  return blocks.map((sealed) => subjectsOfBlock(sealed, seen));
}

interface Seen {
  readonly contracts: Set<string>;
  readonly tokens: Set<string>;
  readonly addressOfDeploy: Map<string, string>;
}

function subjectsOfBlock({ block, receipts }: SealedBlock, seen: Seen): Subjects {
  const described = new Set<string>();
  const newcomers = new Set<string>();
  for (const [index, receipt] of receipts.entries()) {
    const transaction = block.transactions[index];
    if (transaction?.kind === 'genesis') {
      for (const { address } of readGenesis(transaction.raw).contracts) {
        described.add(address);
        seen.contracts.add(address);
      }
    }
    for (const change of changesAt(transaction, receipt)) {
      if (change.kind === 'deploy') {
        seen.addressOfDeploy.set(receipt.transactionHash, change.address);
        seen.contracts.add(change.address);
        described.add(change.address);
      }
      const accepted = change.kind === 'accept' ? seen.addressOfDeploy.get(change.deployHash) : undefined;
      if (accepted !== undefined) described.add(accepted);
    }
    for (const log of receipt.logs) {
      if (!seen.contracts.has(log.address) && isContract(log.address)) {
        seen.contracts.add(log.address);
        newcomers.add(log.address);
        described.add(log.address);
      }
      if (isFirstTransfer(log, seen.tokens)) {
        seen.tokens.add(log.address);
        described.add(log.address);
      }
      if (changesSystem(log)) described.add(ADDRESS.system);
    }
  }
  return { height: block.height, described, newcomers };
}

function isFirstTransfer(log: EventLog, tokens: ReadonlySet<string>): boolean {
  return !tokens.has(log.address) && tokenTransfers(log, 'irc2').length > 0;
}

// The methods of the system contract come and go with the network's revision.
function changesSystem({ address, indexed }: EventLog): boolean {
  return address === ADDRESS.system && indexed[0] === 'RevisionSet(int)';
}
