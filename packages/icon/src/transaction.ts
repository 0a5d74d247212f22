import { parseLooseAddress } from './address.ts';
import { absent, isObject, object, text, type JsonObject } from './fields.ts';
import { parseHash } from './hash.ts';
import { parseLooseInteger, safeNumber } from './integer.ts';
import { checkJson } from './json.ts';
import { genesisId, isGenesis, transactionId } from './transaction-id.ts';

/** What a transaction does. `unknown` is a data type that is newer than this code. */
export type TransactionKind =
  'transfer' | 'message' | 'call' | 'deploy' | 'deposit' | 'base' | 'genesis' | 'dsr' | 'unknown';

/** A transaction as a block lists it, of any version. What it does not have is null. */
export interface Transaction {
  /** Its id, `0x…`; computed when the block does not carry it. */
  readonly hash: string;
  readonly kind: TransactionKind;
  /** `0x3`; null for version 2 and genesis, which do not say. */
  readonly version: string | null;
  readonly from: string | null;
  readonly to: string | null;
  /** Loop (1 ICX = 10^18 loop). */
  readonly value: bigint | null;
  readonly stepLimit: bigint | null;
  /** The sender's clock, in microseconds since 1970; the block's is the one to count by. */
  readonly timestamp: bigint | null;
  /** Network id, as written. */
  readonly nid: string | null;
  /** As written; a JSON number as decimal text. */
  readonly nonce: string | null;
  /** Base64 of 65 bytes. */
  readonly signature: string | null;
  /** As written: `call`, `deploy`, … */
  readonly dataType: string | null;
  /** The contract's method that a `call` names. */
  readonly method: string | null;
  /** As on the chain; undefined is null. */
  readonly data: unknown;
  /** The whole transaction as the node sent it. */
  readonly raw: JsonObject;
}

const KIND_OF_DATA_TYPE: ReadonlyMap<string, TransactionKind> = new Map([
  ['message', 'message'],
  ['call', 'call'],
  ['deploy', 'deploy'],
  ['deposit', 'deposit'],
  ['base', 'base'],
  ['dsr', 'dsr'],
]);

/**
 * Reads one transaction of a block's list (or of `icx_getTransactionByHash`). Tolerates what old versions lack or write
 * differently; a member that is there but cannot be read is ICON_MALFORMED, and so is a number that JSON.parse has rounded
 * and what is nested deeper than 1,000 levels, wherever it stands.
 */
export function parseTransaction(json: unknown, path = 'transaction'): Transaction {
  const raw = object(json, path);
  checkJson(raw, path);
  const dataType = optionalText(raw, 'dataType', path);
  const data = raw['data'] ?? null;
  return {
    hash: hashOf(raw, path),
    kind: kindOf(raw, dataType),
    version: optionalText(raw, 'version', path),
    from: optionalAddress(raw, 'from', path),
    to: optionalAddress(raw, 'to', path),
    value: optionalInteger(raw, 'value', path),
    stepLimit: optionalInteger(raw, 'stepLimit', path),
    timestamp: optionalInteger(raw, 'timestamp', path),
    nid: optionalText(raw, 'nid', path),
    nonce: optionalNonce(raw, path),
    signature: optionalText(raw, 'signature', path),
    dataType,
    method: dataType === 'call' ? methodOf(data) : null,
    data,
    raw,
  };
}

function hashOf(raw: JsonObject, path: string): string {
  const given = raw['txHash'] ?? raw['tx_hash'];
  if (!absent(given)) return parseHash(given, `${path}.txHash`);
  return isGenesis(raw) ? genesisId(raw) : transactionId(raw);
}

function kindOf(raw: JsonObject, dataType: string | null): TransactionKind {
  if (isGenesis(raw)) return 'genesis';
  return dataType === null ? 'transfer' : (KIND_OF_DATA_TYPE.get(dataType) ?? 'unknown');
}

function methodOf(data: unknown): string | null {
  const method = isObject(data) ? data['method'] : undefined;
  return typeof method === 'string' ? method : null;
}

function optionalText(raw: JsonObject, key: string, path: string): string | null {
  const value = raw[key];
  return absent(value) ? null : text(value, `${path}.${key}`);
}

function optionalAddress(raw: JsonObject, key: string, path: string): string | null {
  const value = raw[key];
  return absent(value) ? null : parseLooseAddress(value, `${path}.${key}`);
}

function optionalInteger(raw: JsonObject, key: string, path: string): bigint | null {
  const value = raw[key];
  return absent(value) ? null : parseLooseInteger(value, `${path}.${key}`);
}

function optionalNonce(raw: JsonObject, path: string): string | null {
  const value = raw['nonce'];
  if (typeof value === 'number') return String(safeNumber(value, `${path}.nonce`));
  return optionalText(raw, 'nonce', path);
}
