import { parseInteger, transactionId, type JsonObject } from '@madang/icon';
import type { SentTransaction } from '../execute/sent-transaction.ts';
import { inNodeOrder } from '../node/methods/node-order.ts';

/** A transaction as it was sent, with what is read of it. */
export interface Candidate extends SentTransaction {
  /** As clients are told it, members in the node's order. */
  readonly json: JsonObject;
}

/** Reads a transaction whose members have been checked. Its id is worked out anew: ICON_MALFORMED for data that has none. */
export function candidateOf(sent: JsonObject): Candidate {
  const hash = transactionId(sent);
  const { from, to, value, stepLimit, timestamp, nonce, dataType, data } = sent;
  return {
    hash,
    from: String(from),
    to: String(to),
    value: optionalInteger(value) ?? 0n,
    stepLimit: parseInteger(stepLimit),
    timestamp: parseInteger(timestamp),
    nonce: optionalInteger(nonce),
    dataType: (dataType ?? null) as Candidate['dataType'],
    data,
    dataBytes: data === undefined ? 0 : Buffer.byteLength(JSON.stringify(data)),
    json: inNodeOrder({ ...sent, txHash: hash }),
  };
}

// Null and an empty text stand for none, as for the node.
const optionalInteger = (value: unknown): bigint | null =>
  value === undefined || value === null || value === '' ? null : parseInteger(value);
