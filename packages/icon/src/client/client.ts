import { parseBlock, type Block } from '../block.ts';
import type { JsonObject } from '../fields.ts';
import { formatInteger } from '../integer.ts';
import { parseReceipt, type Receipt } from '../receipt.ts';
import { createExchange, type NodeState } from './exchange.ts';
import { nodeAnswerDamaged } from './errors.ts';
import { parseNetworkInfo, type NetworkInfo } from './network-info.ts';
import type { RpcAnswer, RpcRequest } from './rpc.ts';
import type { CallOptions, NodeClientSettings } from './settings.ts';

/**
 * Asks one ICON node. Requests wait for a place while the node is loaded and are repeated while trouble is transient;
 * both can be seen in `state()`. Every method rejects with an error whose code begins with `NODE_`, with ICON_MALFORMED
 * for data that is not the chain's, or with the reason of an aborted signal.
 */
export interface NodeClient {
  /** The node's address, without password. */
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
  /** What the client is doing, for a status display. */
  readonly state: () => NodeState;
  /** Aborts what is under way and closes the connections. */
  readonly close: () => Promise<void>;
}

/**
 * A client for the node at `url` (`http://127.0.0.1:9080/api/v3`; without a path, `/api/v3` is added).
 *
 * ```ts
 * const node = createNodeClient({ url: 'http://127.0.0.1:9080' });
 * const block = await node.block(await node.lastHeight());
 * ```
 */
export function createNodeClient(settings: NodeClientSettings): NodeClient {
  const exchange = createExchange(settings);
  const { url } = exchange;

  async function each<Item, Found>(
    items: readonly Item[],
    request: (item: Item) => RpcRequest,
    read: (json: unknown, item: Item) => Found,
    options?: CallOptions,
  ): Promise<Found[]> {
    const answers = await exchange.batch(items.map(request), options);
    return answers.map((answer, i) => read(resultOf(answer), items[i] as Item));
  }

  async function call(method: string, params?: JsonObject, options?: CallOptions): Promise<unknown> {
    const request = params === undefined ? { method } : { method, params };
    const [answer] = await exchange.batch([request], options);
    return answer === undefined ? undefined : resultOf(answer);
  }

  function readBlock(json: unknown, height: number): Block {
    const block = parseBlock(json);
    if (block.height === height) return block;
    throw nodeAnswerDamaged({ url, found: `block ${block.height} in place of ${height}` });
  }

  function readReceipt(json: unknown, hash: string): Receipt {
    const receipt = parseReceipt(json);
    if (receipt.transactionHash === hash) return receipt;
    throw nodeAnswerDamaged({ url, found: `the receipt of ${receipt.transactionHash} in place of ${hash}` });
  }

  async function network(options?: CallOptions): Promise<NetworkInfo> {
    return parseNetworkInfo(await call('icx_getNetworkInfo', undefined, options));
  }

  return {
    url,
    network,
    lastHeight: async (options) => (await network(options)).latest,
    call,
    batch: exchange.batch,
    block: async (height, options) => {
      const { method, params } = blockRequest(height);
      return readBlock(await call(method, params, options), height);
    },
    blocks: (heights, options) => each(heights, blockRequest, readBlock, options),
    receipts: (hashes, options) => each(hashes, receiptRequest, readReceipt, options),
    state: exchange.state,
    close: exchange.close,
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

function resultOf(answer: RpcAnswer): unknown {
  if (answer.error !== undefined) throw answer.error;
  return answer.result;
}
