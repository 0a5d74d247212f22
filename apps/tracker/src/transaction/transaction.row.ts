import { addressFromBytes, hashFromBytes } from '@madang/icon';
import { formatTimestamp, readText, sql } from '@madang/pg';
import { feePayers } from '../domain/fee-payers.ts';
import { readInput } from '../domain/transaction-input.ts';
import type { KINDS, Transaction, TransactionDetail } from './transaction.schema.ts';

/** A row of a list of transactions, as PostgreSQL gives it. */
export interface TransactionRow {
  readonly height: number;
  readonly index: number;
  readonly hash: Buffer;
  readonly time: string;
  readonly kind: (typeof KINDS)[number];
  readonly method: string | null;
  readonly sender: Buffer | null;
  readonly recipient: Buffer | null;
  readonly value: string | null;
  readonly succeeded: boolean;
  readonly failure_code: string | null;
  readonly failure_message: string | null;
  readonly fee: string;
}

/** A row with all that is kept of a transaction. */
export interface DetailRow extends TransactionRow {
  readonly version: string | null;
  readonly nid: string | null;
  readonly nonce: string | null;
  readonly sent_at: string | null;
  readonly step_limit: string | null;
  readonly step_used: string;
  readonly step_price: string;
  readonly step_details: string | null;
  readonly signature: string | null;
  readonly data_type: string | null;
  readonly data: string | null;
  readonly score_address: Buffer | null;
  readonly log_count: number;
  readonly token_transfer_count: number;
  readonly internal_transfer_count: number;
}

export const columns = sql`
  height, index, hash, time, kind, method, sender, recipient, value,
  succeeded, failure_code, failure_message, fee`;

export const detailColumns = sql`
  ${columns}, version, nid, nonce, sent_at, step_limit, step_used, step_price, step_details,
  signature, data_type, data, score_address, log_count, token_transfer_count, internal_transfer_count`;

/** The transaction as the API gives it. */
export function toTransaction(row: TransactionRow): Transaction {
  return {
    hash: hashFromBytes(row.hash),
    height: row.height,
    index: row.index,
    timestamp: row.time,
    kind: row.kind,
    method: readText(row.method),
    from: addressOf(row.sender),
    to: addressOf(row.recipient),
    value: row.value,
    status: row.succeeded ? 'success' : 'failure',
    failure:
      row.failure_code === null
        ? null
        : { code: readText(row.failure_code), message: readText(row.failure_message) ?? '' },
    fee: row.fee,
  };
}

export function toDetail(row: DetailRow, blockHash: string): TransactionDetail {
  const details = row.step_details === null ? null : (JSON.parse(row.step_details) as Record<string, string>);
  const data = row.data === null ? null : (JSON.parse(row.data) as unknown);
  const payers = feePayers(
    addressOf(row.sender),
    BigInt(row.fee),
    BigInt(row.step_price),
    details === null ? null : toBigints(details),
  );
  return {
    ...toTransaction(row),
    blockHash,
    version: readText(row.version),
    nid: readText(row.nid),
    nonce: readText(row.nonce),
    sentAt: row.sent_at === null ? null : sentAtOf(BigInt(row.sent_at)),
    stepLimit: row.step_limit,
    stepUsed: row.step_used,
    stepPrice: row.step_price,
    stepUsedDetails: details,
    feePayers: payers.map(({ address, amount }) => ({ address, amount: amount.toString() })),
    signature: readText(row.signature),
    dataType: readText(row.data_type),
    data,
    input: readInput(data),
    scoreAddress: addressOf(row.score_address),
    logCount: row.log_count,
    tokenTransferCount: row.token_transfer_count,
    internalTransferCount: row.internal_transfer_count,
  };
}

const YEAR_10000_MICROSECONDS = 253_402_300_800_000_000n;

// A sender may write any number; only what RFC 3339 can express is a time.
function sentAtOf(microseconds: bigint): string | null {
  return microseconds >= 0n && microseconds < YEAR_10000_MICROSECONDS ? formatTimestamp(microseconds) : null;
}

function toBigints(details: Record<string, string>): Record<string, bigint> {
  return Object.fromEntries(Object.entries(details).map(([address, steps]) => [address, BigInt(steps)]));
}

function addressOf(bytes: Buffer | null): string | null {
  return bytes === null ? null : addressFromBytes(bytes);
}
