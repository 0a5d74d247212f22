import { isObject, object, type JsonObject } from './fields.ts';
import { sha3 } from './hash.ts';
import { serializeMembers, serializePlainly } from './serialize.ts';

// What the sender did not sign: the signature itself and what a node adds to the answer.
const UNSIGNED = new Set(['signature', 'txHash', 'blockHash', 'blockHeight', 'txIndex']);
const UNSIGNED_V2 = new Set(['signature', 'tx_hash', 'method']);

/** Whether a transaction's JSON is that of a genesis: it lists accounts and has no sender. */
export function isGenesis(transaction: unknown): boolean {
  return isObject(transaction) && Array.isArray(transaction['accounts']) && !('from' in transaction);
}

/**
 * The id of a transaction, computed from its JSON as it stands in a block: SHA3-256 of its serialised members.
 * Works for versions 2 and 3 and for `base` transactions; for the first transaction of a chain see {@link genesisId}.
 *
 * ```ts
 * transactionId(block.transactions[0].raw) === block.transactions[0].hash
 * ```
 */
export function transactionId(transaction: unknown): string {
  const members = object(transaction, 'transaction');
  const except = 'version' in members ? UNSIGNED : UNSIGNED_V2;
  return sha3(`icx_sendTransaction.${serializeMembers(members, 'transaction', except)}`);
}

/** The id of a genesis transaction, which a block does not carry. Its first three bytes are the chain's id (CID). */
export function genesisId(genesis: unknown): string {
  const members = object(genesis, 'genesis');
  return sha3(`genesis_tx.${genesisText(members)}`);
}

// A genesis that names neither chain nor network is the one of ICON's own networks, older than the escaping rules.
function genesisText(genesis: JsonObject): string {
  if ('chain' in genesis || 'nid' in genesis) return serializeMembers(genesis, 'genesis');
  return serializePlainly(genesis, 'genesis').join('.');
}
