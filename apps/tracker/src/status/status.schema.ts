import type { ChainStatus } from '@madang/indexer';
import { z } from 'zod';
import { Count, Hash, Height, Time } from '../schemas.ts';

export const Status = z
  .strictObject({
    network: z.strictObject({ name: z.string(), nid: z.string(), genesisHash: Hash }).nullable(),
    indexedHeight: Height.nullable(),
    indexedTime: Time.nullable().describe('Time of the newest indexed block'),
    nodeHeight: Height.nullable(),
    lagBlocks: Count.nullable().describe('Sealed blocks that are not indexed yet'),
    state: z.enum(['starting', 'backfill', 'live', 'waiting', 'stopped']),
    waitingFor: z.enum(['node', 'rate-limit', 'database', 'tip']).nullable(),
    reason: z.string().nullable(),
    rowsPerSecond: z.number().nullable(),
    eta: Time.nullable(),
    updatedAt: Time.nullable(),
  })
  .meta({ id: 'Status' });
export type Status = z.infer<typeof Status>;

export const Stats = z
  .strictObject({
    height: Height,
    blocks: Count,
    transactions: Count,
    failedTransactions: Count,
    logs: Count,
    tokenTransfers: Count,
    internalTransfers: Count,
    addresses: Count,
    contracts: Count,
    tokens: Count,
  })
  .meta({ id: 'Stats' });
export type Stats = z.infer<typeof Stats>;

const NAMES: Readonly<Record<string, string>> = {
  '0x1': 'ICON mainnet',
  '0x2': 'ICON Lisbon',
  '0x53': 'ICON Sejong',
  '0x7': 'ICON Berlin',
};

/** The status as the API gives it. A block is sealed by the next one, so the node's newest never counts as missing. */
export function toStatus(status: ChainStatus): Status {
  const { network, indexedHeight, nodeHeight } = status;
  const lagBlocks = nodeHeight === null ? null : Math.max(0, nodeHeight - 1 - (indexedHeight ?? -1));
  return {
    network:
      network === null
        ? null
        : { name: nameOf(network.nid, network.platform), nid: network.nid, genesisHash: network.genesisHash },
    indexedHeight,
    indexedTime: status.indexedTime,
    nodeHeight,
    lagBlocks,
    state: status.state,
    waitingFor: status.waitingFor,
    reason: status.reason,
    rowsPerSecond: status.rowsPerSecond,
    eta: status.eta,
    updatedAt: status.updatedAt,
  };
}

function nameOf(nid: string, platform: string): string {
  return NAMES[nid] ?? `${platform === '' ? 'goloop' : platform} ${nid}`;
}
