import { formatInteger, parseInteger } from '@madang/icon';
import { createNodeClient, nodeNotFound, type NodeClient } from '@madang/icon/client';
import { chainSettings, isReplay } from '@madang/indexer';
import type { AnswerContext } from '@madang/system';
import type { Balance } from './address.schema.ts';

/** A page waits for a node no longer than this. */
const PATIENCE_MS = 1500;
/** An answer's version and the answer itself ask for the same within moments; one question serves both. */
const KEPT_MS = 1000;

/** One for each node, in this process. */
const clients = new Map<string, NodeClient>();
const asked = new Map<string, Promise<Balance | null>>();

/**
 * The balance of an address after the block at a height, as the node tells it. Null when no node is named, when it has no
 * state of that height, or when it does not tell in time.
 */
export function balanceAt(
  { settings, log }: Pick<AnswerContext, 'settings' | 'log'>,
  address: string,
  height: number,
): Promise<Balance | null> {
  const { node } = settings(chainSettings);
  // The address of a recording that the house serves itself is told by the supervisor; without one, nobody serves it.
  if (node === null || isReplay(node)) return Promise.resolve(null);
  const key = `${node} ${height} ${address}`;
  const known = asked.get(key);
  if (known !== undefined) return known;
  const balance = ask(node, address, height)
    .catch((error: unknown) => {
      // Most nodes keep no state of the past; that is no trouble.
      const level = nodeNotFound.is(error) ? 'debug' : 'warn';
      log[level]({ err: error, address, height }, 'no balance from the node');
      return null;
    })
    .finally(() => setTimeout(() => asked.delete(key), KEPT_MS).unref());
  asked.set(key, balance);
  return balance;
}

async function ask(node: string, address: string, height: number): Promise<Balance> {
  // A node answers by the state before the block whose height it is asked with.
  const params = { address, height: formatInteger(height + 1) };
  const signal = AbortSignal.timeout(PATIENCE_MS);
  const amount = await clientOf(node).call('icx_getBalance', params, { signal });
  return { amount: parseInteger(amount, 'the balance').toString(), height, source: 'node' };
}

function clientOf(node: string): NodeClient {
  let client = clients.get(node);
  if (client === undefined) {
    client = createNodeClient({ url: node, timeoutMs: PATIENCE_MS, patienceMs: 0, maxAnswerBytes: 65_536 });
    clients.set(node, client);
  }
  return client;
}
