import { readFile } from 'node:fs/promises';
import { join } from 'node:path';
import { isObject, parseInteger, type JsonObject } from '@madang/icon';
import { recordingCorrupt } from '../errors.ts';
import { unreadable } from './ndjson.ts';

/** What a replay may tell about state: never what a follower of the chain should work out from blocks and receipts. */
export interface RecordedState {
  /** The answer of `icx_getNetworkInfo`. */
  readonly network: JsonObject & { readonly channel: string };
  /** The height before whose transactions the state was recorded. */
  readonly height: number;
  /** ICX balances as T_INT. */
  readonly balances: JsonObject;
  /** Status and API by contract, as recorded. */
  readonly contracts: Readonly<Record<string, { readonly status: unknown; readonly api: unknown }>>;
  /** Name, symbol and decimals by contract, as recorded. */
  readonly labels: ReadonlyMap<string, JsonObject>;
}

/** Loads the state of a recording. */
export async function loadState(folder: string): Promise<RecordedState> {
  const path = join(folder, 'state.json');
  const wrong = (reason: string, cause?: unknown) => recordingCorrupt({ path, reason }, cause);
  const text = await readFile(path, 'utf8').catch((error: unknown) => {
    throw unreadable(path, error);
  });
  const json = parseJson(text, wrong);
  const { network, balances, contracts } = json;
  if (!isObject(network) || typeof network['channel'] !== 'string') throw wrong('network.channel is missing');
  if (!isObject(balances)) throw wrong('balances are missing');
  if (!isObject(contracts) || !Object.values(contracts).every(isObject)) throw wrong('contracts are missing');
  return {
    network: network as RecordedState['network'],
    height: heightOf(json['height'], wrong),
    balances,
    contracts: contracts as RecordedState['contracts'],
    labels: labelsOf(json),
  };
}

type Wrong = (reason: string, cause?: unknown) => Error;

function parseJson(text: string, wrong: Wrong): JsonObject {
  try {
    const json = JSON.parse(text) as unknown;
    if (isObject(json)) return json;
  } catch (error) {
    throw wrong('the file is not JSON', error);
  }
  throw wrong('the file is not a JSON object');
}

function heightOf(value: unknown, wrong: Wrong): number {
  try {
    return Number(parseInteger(value, 'height'));
  } catch (error) {
    throw wrong('height is no T_INT', error);
  }
}

function labelsOf({ tokens, nft }: JsonObject): Map<string, JsonObject> {
  const described = [...(isObject(tokens) ? Object.values(tokens) : []), nft].filter(isObject);
  return new Map(
    described.map(({ address, name, symbol, decimals }) => [String(address), { name, symbol, decimals }]),
  );
}
