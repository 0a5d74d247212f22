import { formatInteger } from '@madang/icon';
import { bloomOf } from '../execute/bloom.ts';
import type { Log } from '../execute/log.ts';
import type { Outcome } from '../execute/transaction.ts';

/** Where a transaction stands, and what it cost with those before it. */
export interface ReceiptPlace {
  readonly blockHash: string;
  readonly blockHeight: number;
  readonly index: number;
  readonly hash: string;
  /** Steps of this transaction and of those before it in the block. */
  readonly cumulativeSteps: number;
  /** Loop for a step; 0 for what costs nothing. */
  readonly stepPrice: bigint;
}

/** The answer of `icx_getTransactionResult`, members in the node's order. */
export function receiptText(
  { failure, stepUsed, shares, to, logs, scoreAddress }: Outcome,
  { blockHash, blockHeight, index, hash, cumulativeSteps, stepPrice }: ReceiptPlace,
): string {
  return JSON.stringify({
    blockHash,
    blockHeight: formatInteger(blockHeight),
    cumulativeStepUsed: formatInteger(cumulativeSteps),
    eventLogs: logs.map(membersOf),
    failure: failure === null ? undefined : { code: formatInteger(failure.code), message: failure.status },
    logsBloom: bloomOf(logs),
    scoreAddress: scoreAddress ?? undefined,
    status: failure === null ? '0x1' : '0x0',
    stepPrice: formatInteger(stepPrice),
    stepUsed: formatInteger(stepUsed),
    stepUsedDetails: shares === null ? undefined : sharesOf(shares),
    to,
    txHash: hash,
    txIndex: formatInteger(index),
  });
}

const membersOf = ({ scoreAddress, indexed, data }: Log) => ({ scoreAddress, indexed, data });

function sharesOf(shares: ReadonlyMap<string, number>): Record<string, string> {
  const sorted = [...shares].sort(([a], [b]) => (a < b ? -1 : 1));
  return Object.fromEntries(sorted.map(([address, steps]) => [address, formatInteger(steps)]));
}
