import { addressToBytes, hashFromBytes, hashToBytes } from '@madang/icon';
import { keepText, readText, sql, type Queryable, type Sql } from '@madang/pg';
import { newestFirst, type By } from '../newest-first.ts';
import {
  columns,
  detailColumns,
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
  const { condition, order } = newestFirst({ key: KEY, before, by: indexOf(filter) });
  const where = sql.join([condition, ...conditionsOf(filter)], sql` and `);
  const rows = await database.rows<TransactionRow>(
    'tracker.transactions',
    sql`select ${columns} from tracker.transaction where ${where} order by ${order} limit ${limit}`,
  );
  return rows.map(toTransaction);
}

const KEY = [sql`height`, sql`index`] as const;

/** The filter whose index is followed: the one that leaves least, as a rule. */
function indexOf({ kind, from, to, method }: TransactionFilter): By | null {
  if (from !== undefined) return { column: sql`sender`, value: addressToBytes(from) };
  if (to !== undefined) return { column: sql`recipient`, value: addressToBytes(to) };
  if (method !== undefined)
    return { column: sql`left(method, 64)`, value: sql`left(${keepText(method)}::text, 64)` };
  return kind === undefined ? null : { column: sql`kind`, value: kind };
}

function conditionsOf({ kind, status, from, to, method }: TransactionFilter): Sql[] {
  const conditions: Sql[] = [];
  if (kind !== undefined) conditions.push(sql`kind = ${kind}`);
  // Written as the partial index has it, so that the rare failures are found without reading past all successes.
  if (status !== undefined) conditions.push(status === 'failure' ? sql`not succeeded` : sql`succeeded`);
  if (from !== undefined && to !== undefined) conditions.push(sql`recipient = ${addressToBytes(to)}`);
  if (method !== undefined) conditions.push(sql`method = ${keepText(method)}`);
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
    method: readText(row.method),
    status: row.succeeded ? 'success' : 'failure',
    stepUsed: row.step_used,
  }));
}

/** Where a transaction stands; null when there is none with this hash. */
export async function placeOfTransaction(database: Queryable, hash: string): Promise<TransactionKey | null> {
  const key = await database.row<{ height: number; index: number }>(
    'tracker.transaction.by-hash',
    sql`select height, index from tracker.transaction_hash where hash = ${hashToBytes(hash)}`,
  );
  return key === undefined ? null : [key.height, key.index];
}

/** The transaction at a place with all that is kept of it, and its block's hash. */
export async function readTransaction(
  database: Queryable,
  [height, index]: TransactionKey,
): Promise<TransactionDetail | null> {
  const [row, block] = await Promise.all([
    database.row<DetailRow>(
      'tracker.transaction',
      sql`select ${detailColumns} from tracker.transaction where height = ${height} and index = ${index}`,
    ),
    database.row<{ hash: Buffer }>(
      'tracker.block.hash',
      sql`select hash from tracker.block where height = ${height}`,
    ),
  ]);
  return row === undefined || block === undefined ? null : toDetail(row, hashFromBytes(block.hash));
}

/** One transaction by its hash: point reads, since the tables may be spread by different keys. */
export async function findTransaction(database: Queryable, hash: string): Promise<TransactionDetail | null> {
  const place = await placeOfTransaction(database, hash);
  return place === null ? null : readTransaction(database, place);
}
