import { parseBlock, type Block } from '../block.ts';
import type { JsonObject } from '../fields.ts';
import { formatInteger } from '../integer.ts';
import { parseReceipt, type Receipt } from '../receipt.ts';
import { createBlockStream, type NextBlockOptions } from './block-stream.ts';
import { nodeAnswerDamaged } from './errors.ts';
import { parseNetworkInfo, type NetworkInfo } from './network-info.ts';
import { createNodes, type NodeState } from './nodes.ts';
import { resultOf, type RpcAnswer, type RpcRequest } from './rpc.ts';
import { shownUrl } from './node-url.ts';
import type { CallOptions, NodeClientSettings } from './settings.ts';
import type { StreamPlace } from './stream-connection.ts';

/**
 * Asks an ICON node, or the first of several that works. Requests wait for a place while the node is loaded and are repeated while trouble is transient;
 * both can be seen in `state()`. Every method rejects with an error whose code begins with `NODE_`, with ICON_MALFORMED
 * for data that is not the chain's, or with the reason of an aborted signal.
 */
export interface NodeClient {
  /** The address of the node in use, without password. */
  readonly url: string;
  /** What network the node serves, and from which height to which. */
  readonly network: (options?: CallOptions) => Promise<NetworkInfo>;
  /** The newest block's height. The results of its transactions exist once the next block does. */
  readonly lastHeight: (options?: CallOptions) => Promise<number>;
  /** One request; the result as JSON. */
  readonly call: (method: string, params?: JsonObject, options?: CallOptions) => Promise<unknown>;
  /** Any number of requests in as few batches as the node takes; errors of single ones are values in their place. */
  readonly batch: (requests: readonly RpcRequest[], options?: CallOptions) => Promise<RpcAnswer[]>;
  readonly block: (height: number, options?: CallOptions) => Promise<Block>;
  /** Blocks in the order of the heights. Rejects when one cannot be had. */
  readonly blocks: (heights: readonly number[], options?: CallOptions) => Promise<Block[]>;
  /** Receipts in the order of the transaction hashes. Rejects when one cannot be had. */
  readonly receipts: (hashes: readonly string[], options?: CallOptions) => Promise<Receipt[]>;
  /**
   * Waits for news of a block above `after` in the node's block stream (a websocket, opened at the first call), for
   * `withinMs` at most. Only a wake-up: whether there is such a block is to be asked. No trouble of the stream rejects it,
   * only an aborted signal does.
   */
  readonly nextBlock: (after: number, options: NextBlockOptions) => Promise<void>;
  /** What the client is doing, for a status display. */
  readonly state: () => NodeState;
  /** Aborts what is under way and closes the connections. */
  readonly close: () => Promise<void>;
}

/**
 * A client for the node at `url` (`http://127.0.0.1:9080/api/v3`; without a path, `/api/v3` is added), or for several,
 * separated by commas: the first that works is asked until it fails, then the next one that shows the same network.
 *
 * ```ts
 * const node = createNodeClient({ url: 'http://127.0.0.1:9080' });
 * const block = await node.block(await node.lastHeight());
 * ```
 */
export function createNodeClient(settings: NodeClientSettings): NodeClient {
  const nodes = createNodes(settings);
  const stream = createBlockStream({ log: settings.log, where: streamPlace });

  async function each<Item, Found>(
    items: readonly Item[],
    request: (item: Item) => RpcRequest,
    read: (json: unknown, item: Item) => Found,
    options?: CallOptions,
  ): Promise<Found[]> {
    const answers = await nodes.batch(items.map(request), options);
    return answers.map((answer, i) => read(resultOf(answer), items[i] as Item));
  }

  async function call(method: string, params?: JsonObject, options?: CallOptions): Promise<unknown> {
    const request = params === undefined ? { method } : { method, params };
    const [answer] = await nodes.batch([request], options);
    return resultOf(answer);
  }

  function readBlock(json: unknown, height: number): Block {
    const block = parseBlock(json);
    if (block.height !== height) throw damaged(`block ${block.height} in place of ${height}`);
    nodes.saw(block);
    return block;
  }

  function readReceipt(json: unknown, hash: string): Receipt {
    const receipt = parseReceipt(json);
    if (receipt.transactionHash === hash) return receipt;
    throw damaged(`the receipt of ${receipt.transactionHash} in place of ${hash}`);
  }

  const damaged = (found: string) => nodeAnswerDamaged({ url: shownUrl(nodes.address), found });

  async function network(options?: CallOptions): Promise<NetworkInfo> {
    return parseNetworkInfo(await call('icx_getNetworkInfo', undefined, options));
  }

  async function streamPlace(signal: AbortSignal): Promise<StreamPlace> {
    const { channel, latest } = await network({ signal, patienceMs: 0 });
    return { node: nodes.address, channel, latest };
  }

  return {
    get url() {
      return shownUrl(nodes.address);
    },
    network,
    lastHeight: async (options) => (await network(options)).latest,
    call,
    batch: nodes.batch,
    block: async (height, options) => {
      const { method, params } = blockRequest(height);
      return readBlock(await call(method, params, options), height);
    },
    blocks: (heights, options) => each(heights, blockRequest, readBlock, options),
    receipts: (hashes, options) => each(hashes, receiptRequest, readReceipt, options),
    nextBlock: stream.next,
    state: nodes.state,
    async close() {
      stream.close();
      await nodes.close();
    },
  };
}

const blockRequest = (height: number): RpcRequest => ({
  method: 'icx_getBlockByHeight',
  params: { height: formatInteger(height) },
});

const receiptRequest = (txHash: string): RpcRequest => ({
  method: 'icx_getTransactionResult',
  params: { txHash },
});
