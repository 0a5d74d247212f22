import { addressFromBytes, addressToBytes, hashFromBytes, hashToBytes } from '@madang/icon';
import { formatTimestamp, keepText, readText, sql, type Queryable, type Sql } from '@madang/pg';
import { feePayers } from '../domain/fee-payers.ts';
import { readInput } from '../domain/transaction-input.ts';
import type { KINDS, Transaction, TransactionDetail } from './transaction.schema.ts';

interface TransactionRow {
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

interface DetailRow extends TransactionRow {
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
}

const columns = sql`
  height, index, hash, time, kind, method, sender, recipient, value,
  succeeded, failure_code, failure_message, fee`;

const detailColumns = sql`
  ${columns}, version, nid, nonce, sent_at, step_limit, step_used, step_price, step_details,
  signature, data_type, data, score_address, log_count`;

/** Height and index of a transaction: the order of the chain. */
export type TransactionKey = readonly [height: number, index: number];

export interface TransactionFilter {
  readonly kind?: (typeof KINDS)[number] | undefined;
  readonly status?: 'success' | 'failure' | undefined;
  readonly from?: string | undefined;
  readonly to?: string | undefined;
  readonly method?: string | undefined;
}

/** Transactions before a key (null = from the newest), newest first. */
export async function listTransactions(
  database: Queryable,
  filter: TransactionFilter,
  before: TransactionKey | null,
  limit: number,
): Promise<Transaction[]> {
  const conditions = conditionsOf(filter);
  if (before !== null) conditions.push(sql`(height, index) < (${before[0]}, ${before[1]})`);
  const where = conditions.length === 0 ? sql.empty : sql`where ${sql.join(conditions, sql` and `)}`;
  const rows = await database.rows<TransactionRow>(
    'tracker.transactions',
    sql`select ${columns} from tracker.transaction ${where} order by height desc, index desc limit ${limit}`,
  );
  return rows.map(toTransaction);
}

function conditionsOf({ kind, status, from, to, method }: TransactionFilter): Sql[] {
  const conditions: Sql[] = [];
  if (kind !== undefined) conditions.push(sql`kind = ${kind}`);
  // Written as the partial index has it, so that the rare failures are found without reading past all successes.
  if (status !== undefined) conditions.push(status === 'failure' ? sql`not succeeded` : sql`succeeded`);
  if (from !== undefined) conditions.push(sql`sender = ${addressToBytes(from)}`);
  if (to !== undefined) conditions.push(sql`recipient = ${addressToBytes(to)}`);
  if (method !== undefined) {
    const kept = keepText(method);
    conditions.push(sql`left(method, 64) = left(${kept}::text, 64)`, sql`method = ${kept}`);
  }
  return conditions;
}

/** A block's transactions after an index (null = from the first), in block order. */
export async function transactionsOfBlock(
  database: Queryable,
  height: number,
  after: number | null,
  limit: number,
): Promise<Transaction[]> {
  const rows = await database.rows<TransactionRow>(
    'tracker.transactions.of-block',
    sql`
      select ${columns} from tracker.transaction
      where height = ${height} and index > ${after ?? -1}
      order by index limit ${limit}`,
  );
  return rows.map(toTransaction);
}

/** What the picture of the latest blocks needs of each transaction. */
export interface TransactionTile {
  readonly height: number;
  readonly index: number;
  readonly hash: string;
  readonly kind: (typeof KINDS)[number];
  readonly method: string | null;
  readonly status: 'success' | 'failure';
  readonly stepUsed: string;
}

/** The first transactions of each of the blocks from a height on. */
export async function tilesFrom(
  database: Queryable,
  height: number,
  perBlock: number,
): Promise<TransactionTile[]> {
  const rows = await database.rows<
    Pick<DetailRow, 'height' | 'index' | 'hash' | 'kind' | 'method' | 'succeeded' | 'step_used'>
  >(
    'tracker.tiles',
    sql`
      select height, index, hash, kind, method, succeeded, step_used from tracker.transaction
      where height >= ${height} and index < ${perBlock}
      order by height desc, index`,
  );
  return rows.map((row) => ({
    height: row.height,
    index: row.index,
    hash: hashFromBytes(row.hash),
    kind: row.kind,
    method: textOf(row.method),
    status: row.succeeded ? 'success' : 'failure',
    stepUsed: row.step_used,
  }));
}

/** One transaction with all that is kept of it: two point reads, by hash and by key, and its block's hash. */
export async function findTransaction(database: Queryable, hash: string): Promise<TransactionDetail | null> {
  const key = await database.row<{ height: number; index: number }>(
    'tracker.transaction.by-hash',
    sql`select height, index from tracker.transaction_hash where hash = ${hashToBytes(hash)}`,
  );
  if (key === undefined) return null;
  const [row, block] = await Promise.all([
    database.row<DetailRow>(
      'tracker.transaction',
      sql`select ${detailColumns} from tracker.transaction where height = ${key.height} and index = ${key.index}`,
    ),
    database.row<{ hash: Buffer }>(
      'tracker.block.hash',
      sql`select hash from tracker.block where height = ${key.height}`,
    ),
  ]);
  return row === undefined || block === undefined ? null : toDetail(row, hashFromBytes(block.hash));
}

function toTransaction(row: TransactionRow): Transaction {
  return {
    hash: hashFromBytes(row.hash),
    height: row.height,
    index: row.index,
    timestamp: row.time,
    kind: row.kind,
    method: textOf(row.method),
    from: addressOf(row.sender),
    to: addressOf(row.recipient),
    value: row.value,
    status: row.succeeded ? 'success' : 'failure',
    failure:
      row.failure_code === null
        ? null
        : { code: readText(row.failure_code), message: textOf(row.failure_message) ?? '' },
    fee: row.fee,
  };
}

function toDetail(row: DetailRow, blockHash: string): TransactionDetail {
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
    version: textOf(row.version),
    nid: textOf(row.nid),
    nonce: textOf(row.nonce),
    sentAt: row.sent_at === null ? null : sentAtOf(BigInt(row.sent_at)),
    stepLimit: row.step_limit,
    stepUsed: row.step_used,
    stepPrice: row.step_price,
    stepUsedDetails: details,
    feePayers: payers.map(({ address, amount }) => ({ address, amount: amount.toString() })),
    signature: textOf(row.signature),
    dataType: textOf(row.data_type),
    data,
    input: readInput(data),
    scoreAddress: addressOf(row.score_address),
    logCount: row.log_count,
    tokenTransferCount: null,
    internalTransferCount: null,
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

function textOf(text: string | null): string | null {
  return text === null ? null : readText(text);
}
