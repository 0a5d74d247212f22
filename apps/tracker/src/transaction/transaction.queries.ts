import { addressToBytes, hashFromBytes, hashToBytes } from '@madang/icon';
import { keepText, sql, type Queryable, type Sql } from '@madang/pg';
import {
  columns,
  detailColumns,
  textOf,
  toDetail,
  toTransaction,
  type DetailRow,
  type TransactionRow,
} from './transaction.row.ts';
import type { KINDS, Transaction, TransactionDetail } from './transaction.schema.ts';

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
