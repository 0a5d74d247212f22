import { decodeLog } from './event-log.ts';
import { malformed } from './malformed.ts';
import type { EventLog } from './receipt.ts';
import { decodeRlpIntegers } from './rlp.ts';

/** How much of one token of a contract moved. */
export interface BatchItem {
  readonly id: bigint;
  readonly value: bigint;
}

/** Several tokens of an IRC31 contract that moved together. */
export interface TransferBatch {
  /** Who moved them, which need not be whose they were. */
  readonly operator: string;
  readonly from: string;
  readonly to: string;
  readonly items: readonly BatchItem[];
}

const SIGNATURE = 'TransferBatch(Address,Address,Address,bytes,bytes)';

/**
 * Reads an IRC31 `TransferBatch`, which holds its ids and its values as two RLP lists. Null when the log is another one or
 * cannot be read: an address or a list that is null, what is no list of integers, lists of unequal length, an id or a value
 * below zero.
 *
 * ```ts
 * decodeTransferBatch(log)?.items // [{ id: 7n, value: 31680n }]
 * ```
 */
export function decodeTransferBatch(log: EventLog): TransferBatch | null {
  const decoded = log.indexed[0] === SIGNATURE ? decodeLog(log) : null;
  if (decoded === null) return null;
  const [operator, from, to, idList, valueList] = decoded.params.map(({ value }) => value);
  if (!isText(operator) || !isText(from) || !isText(to)) return null;
  const ids = naturalNumbers(idList);
  const values = naturalNumbers(valueList);
  if (ids === null || ids.length !== values?.length) return null;
  return { operator, from, to, items: ids.map((id, i) => ({ id, value: values[i] ?? 0n })) };
}

function naturalNumbers(list: unknown): bigint[] | null {
  if (!isText(list)) return null;
  try {
    const integers = decodeRlpIntegers(Buffer.from(list.slice(2), 'hex'));
    return integers.every((integer) => integer >= 0n) ? integers : null;
  } catch (error) {
    if (malformed.is(error)) return null;
    throw error;
  }
}

function isText(value: unknown): value is string {
  return typeof value === 'string';
}
