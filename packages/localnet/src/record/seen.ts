import { isAddress, isContract, isObject, type JsonObject } from '@madang/icon';
import { recordingCorrupt } from '../errors.ts';

/** What a chain has shown of itself: whom there is to ask about. */
export interface Seen {
  block(json: unknown): void;
  receipt(json: unknown): void;
  /** The genesis transaction. */
  genesis(): JsonObject;
  addresses(): readonly string[];
  contracts(): readonly string[];
}

/** Nothing yet. */
export function seenIn(): Seen {
  const addresses = new Set<string>();
  let genesis: JsonObject | undefined;
  /** Every text that is an address, wherever it stands; without recursion, since texts come from anybody. */
  const look = (json: unknown): void => {
    const ahead = [json];
    while (ahead.length > 0) {
      const value = ahead.pop();
      if (typeof value === 'string' && isAddress(value)) addresses.add(value);
      else if (Array.isArray(value)) ahead.push(...(value as unknown[]));
      else if (isObject(value)) for (const [key, inner] of Object.entries(value)) ahead.push(key, inner);
    }
  };
  return {
    block(json) {
      look(json);
      const list = isObject(json) ? json['confirmed_transaction_list'] : undefined;
      if (isObject(json) && json['height'] === 0 && Array.isArray(list)) genesis = list[0] as JsonObject;
    },
    receipt: look,
    genesis() {
      if (genesis === undefined)
        throw recordingCorrupt({
          path: 'blocks.ndjson',
          line: 1,
          reason: 'the first block has no genesis transaction',
        });
      return genesis;
    },
    addresses: () => [...addresses].sort(),
    contracts: () => [...addresses].filter(isContract).sort(),
  };
}
