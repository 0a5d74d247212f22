import { CodedError } from '@madang/errors';
import { isTransient, nodeNotIcon, type NodeError } from './errors.ts';
import { createExchange, type Exchange, type ExchangeState } from './exchange.ts';
import { parseNodeUrls } from './node-url.ts';
import type { RpcAnswer, RpcRequest } from './rpc.ts';
import { checkIdentity, identify, type Identity, type Mark } from './same-network.ts';
import { withDefaults, type CallOptions, type NodeClientSettings } from './settings.ts';

/** One of the addresses that a client was given. */
export interface NodeStanding {
  /** Without password. */
  readonly url: string;
  readonly inUse: boolean;
  /** Why it was last passed over, in a sentence; null when it was not. */
  readonly trouble: string | null;
}

/** What a client is doing: with the node in use, and how its nodes stand. */
export interface NodeState extends ExchangeState {
  readonly nodes: readonly NodeStanding[];
}

/** One node or several, asked as if they were one. */
export interface Nodes {
  /** The node in use; may hold a user name and password. */
  readonly address: URL;
  readonly batch: (requests: readonly RpcRequest[], options?: CallOptions) => Promise<RpcAnswer[]>;
  /** Tells of a block that was read: the next node has to have it, too. */
  readonly saw: (block: Mark) => void;
  readonly state: () => NodeState;
  readonly close: () => Promise<void>;
}

interface Node {
  readonly address: URL;
  readonly exchange: Exchange;
  trouble: NodeError | null;
}

/** Milliseconds of trouble, some blocks' time, after which one of several nodes is left for the next. */
const PATIENCE_WITH_ONE = 10_000;

/** Asks; the trouble that another node may not have comes back as a value. */
async function ask(
  { exchange }: Node,
  requests: readonly RpcRequest[],
  options: CallOptions,
): Promise<RpcAnswer[] | NodeError> {
  try {
    return await exchange.batch(requests, options);
  } catch (error) {
    if (isTransient(error) || nodeNotIcon.is(error)) return error;
    throw error;
  }
}

/**
 * Sticks to the first node that works. When it cannot be reached, does not answer in time, is overloaded or no longer an
 * ICON node, the next one is asked that shows the same network: its id, its first block, the highest block that was read.
 */
export function createNodes(settings: NodeClientSettings): Nodes {
  const { patienceMs, log } = withDefaults(settings);
  const [first, ...spares] = parseNodeUrls(settings.url).map((address) => ({
    address,
    exchange: createExchange(address, settings),
    trouble: null,
  })) as [Node, ...Node[]];
  const nodes = [first, ...spares];
  let current = first;
  let known: Identity | null = null;
  let mark: Mark | null = null;

  /** Makes sure that a node may be asked; what speaks against it is returned. */
  async function enter(node: Node, options: CallOptions): Promise<NodeError | null> {
    if (node === current && known !== null) return null;
    const { exchange } = node;
    const asked = mark;
    try {
      const found = await identify(exchange, asked, options);
      if (known !== null) checkIdentity(exchange.url, found, known, asked);
      known = { ...found, genesis: found.genesis ?? known?.genesis ?? null };
    } catch (error) {
      if (!(error instanceof CodedError)) throw error;
      return error;
    }
    if (node !== current) {
      const reason = current.trouble?.message;
      log?.warn({ from: current.exchange.url, to: exchange.url, reason }, 'asking another node');
    }
    current = node;
    return null;
  }

  /** The answers of one node, or the trouble for which the next one is to be asked. */
  async function tryNode(
    node: Node,
    requests: readonly RpcRequest[],
    options: CallOptions,
  ): Promise<RpcAnswer[] | NodeError> {
    const outcome = (await enter(node, options)) ?? (await ask(node, requests, options));
    if (!(outcome instanceof CodedError)) {
      node.trouble = null;
      return outcome;
    }
    options.signal?.throwIfAborted();
    if (node.trouble?.message !== outcome.message) {
      const { code, message: reason } = outcome;
      log?.warn({ url: node.exchange.url, code, reason }, 'passing over a node');
    }
    node.trouble = outcome;
    return outcome;
  }

  async function batch(requests: readonly RpcRequest[], options: CallOptions = {}): Promise<RpcAnswer[]> {
    const terms = { ...options, patienceMs: Math.min(options.patienceMs ?? patienceMs, PATIENCE_WITH_ONE) };
    const start = nodes.indexOf(current);
    let outcome = await tryNode(current, requests, terms);
    for (const node of [...nodes.slice(start + 1), ...nodes.slice(0, start)]) {
      if (!(outcome instanceof CodedError)) return outcome;
      const next = await tryNode(node, requests, terms);
      // What may pass is the better reason to give up with.
      if (!(next instanceof CodedError) || !isTransient(outcome)) outcome = next;
    }
    if (outcome instanceof CodedError) throw outcome;
    return outcome;
  }

  return {
    get address() {
      return current.address;
    },
    batch: spares.length === 0 ? first.exchange.batch : batch,
    saw({ height, hash }) {
      if (mark === null || height > mark.height) mark = { height, hash };
    },
    state: () => ({
      ...current.exchange.state(),
      nodes: nodes.map((node) => ({
        url: node.exchange.url,
        inUse: node === current,
        trouble: node.trouble?.message ?? null,
      })),
    }),
    async close() {
      await Promise.all(nodes.map(({ exchange }) => exchange.close()));
    },
  };
}
