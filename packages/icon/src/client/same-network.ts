import { parseBlock, type Block } from '../block.ts';
import { formatInteger } from '../integer.ts';
import { nodeBehind, nodeNotFound, nodeOtherNetwork } from './errors.ts';
import type { Exchange } from './exchange.ts';
import { parseNetworkInfo } from './network-info.ts';
import { resultOf, type RpcAnswer, type RpcRequest } from './rpc.ts';
import type { CallOptions } from './settings.ts';

/** A block of the chain, by which it can be known again. */
export type Mark = Pick<Block, 'height' | 'hash'>;

/** What tells networks apart. */
export interface Identity {
  readonly nid: string;
  /** The first block's hash; null when the node is pruned. */
  readonly genesis: string | null;
  /** The hash of the block at the mark's height; null when there is no mark or the node does not have the block. */
  readonly marked: string | null;
}

/** Asks a node who it is, and for the block that was seen last. */
export async function identify(
  exchange: Exchange,
  mark: Mark | null,
  options: CallOptions,
): Promise<Identity> {
  const heights = mark === null ? [0] : [0, mark.height];
  const requests = [{ method: 'icx_getNetworkInfo' }, ...heights.map(blockRequest)];
  const [info, genesis, marked] = await exchange.batch(requests, options);
  return {
    nid: parseNetworkInfo(resultOf(info)).nid,
    genesis: hashIn(genesis),
    marked: marked === undefined ? null : hashIn(marked),
  };
}

/** NODE_OTHER_NETWORK or NODE_BEHIND unless what a node says of itself fits what is known. */
export function checkIdentity(url: string, found: Identity, known: Identity, mark: Mark | null): void {
  const other = (reason: string) => nodeOtherNetwork({ url, reason });
  if (found.nid !== known.nid) throw other(`its network id is ${found.nid}, not ${known.nid}`);
  if (found.genesis !== null && known.genesis !== null && found.genesis !== known.genesis) {
    throw other(`its first block is ${found.genesis}, not ${known.genesis}`);
  }
  if (mark === null || found.marked === mark.hash) return;
  if (found.marked === null) throw nodeBehind({ url, height: mark.height });
  throw other(`its block ${mark.height} is ${found.marked}, not ${mark.hash}`);
}

const blockRequest = (height: number): RpcRequest => ({
  method: 'icx_getBlockByHeight',
  params: { height: formatInteger(height) },
});

function hashIn(answer: RpcAnswer | undefined): string | null {
  if (nodeNotFound.is(answer?.error)) return null;
  return parseBlock(resultOf(answer)).hash;
}
