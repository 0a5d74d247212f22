import { ADDRESS, formatInteger, isObject, type JsonObject } from '@madang/icon';
import type { NodeClient } from '@madang/icon/client';
import type { Seen } from './seen.ts';

interface StateTerms {
  /** State is told as it was before the transactions of this height. */
  readonly height: number;
  readonly seen: Seen;
  readonly signal?: AbortSignal;
}

const LABELS = ['name', 'symbol', 'decimals', 'totalSupply'] as const;

/**
 * What the node says about state before the transactions of a height: supply, balances of everybody who was seen, status and API of
 * every contract, and what tokens call themselves. Addresses that are no contracts have the node's refusal in place of a status.
 */
export async function recordState(
  node: NodeClient,
  { height, seen, ...options }: StateTerms,
): Promise<JsonObject> {
  const at = { height: formatInteger(height) };
  const ask = async (requests: Parameters<NodeClient['batch']>[0]): Promise<unknown[]> => {
    const answers = await node.batch(requests, options);
    return answers.map((answer) => (answer.error === undefined ? answer.result : refusalOf(answer.error)));
  };
  const [addresses, contracts] = [seen.addresses(), [ADDRESS.system, ...seen.contracts()]];
  const known = [...new Set(contracts)];
  const [network, totalSupply] = await ask([
    { method: 'icx_getNetworkInfo' },
    { method: 'icx_getTotalSupply', params: at },
  ]);
  const balances = await ask(
    addresses.map((address) => ({ method: 'icx_getBalance', params: { address, ...at } })),
  );
  const statuses = await ask(
    known.map((address) => ({ method: 'icx_getScoreStatus', params: { address, ...at } })),
  );
  const apis = await ask(known.map((address) => ({ method: 'icx_getScoreApi', params: { address, ...at } })));
  const tokens = await ask(
    known.flatMap((to) =>
      LABELS.map((method) => ({
        method: 'icx_call',
        params: { to, dataType: 'call', data: { method }, ...at },
      })),
    ),
  );
  return {
    network,
    ...at,
    totalSupply,
    balances: Object.fromEntries(addresses.map((address, i) => [address, balances[i]])),
    tokens: Object.fromEntries(
      known.flatMap((address, i) => {
        const labels = tokens.slice(i * LABELS.length, (i + 1) * LABELS.length);
        if (!labels.every((label) => typeof label === 'string')) return [];
        return [[address, { address, ...Object.fromEntries(LABELS.map((name, at) => [name, labels[at]])) }]];
      }),
    ),
    contracts: Object.fromEntries(
      known.map((address, i) => [address, { status: statuses[i], api: apis[i] }]),
    ),
  };
}

/** Something that the node does not tell is kept with its reason. */
function refusalOf(error: unknown): JsonObject {
  const details: unknown = isObject(error) ? error['details'] : undefined;
  return { error: isObject(details) ? details : { message: String(error) } };
}
