import { addressToBytes } from '@madang/icon';
import { keepText, sql, type Queryable, type Sql } from '@madang/pg';
import { newestFirst, type By } from '../newest-first.ts';
import { logColumns, logSource, toLogs, type LogRow } from './log.row.ts';
import type { Log } from './log.schema.ts';

/** Height, index of the transaction, index in it: the order of the chain. */
export type LogKey = readonly [height: number, transactionIndex: number, index: number];

export function logKey({ height, transactionIndex, index }: Log): LogKey {
  return [height, transactionIndex, index];
}

export interface LogFilter {
  readonly address?: string | undefined;
  readonly signature?: string | undefined;
  /** Both included. */
  readonly fromHeight?: number | undefined;
  readonly toHeight?: number | undefined;
}

/** Logs before a key (null = from the newest), newest first. */
export async function listLogs(
  database: Queryable,
  filter: LogFilter,
  before: LogKey | null,
  limit: number,
): Promise<Log[]> {
  const { condition, order } = newestFirst({ key: KEY, before, by: indexOf(filter) });
  const where = sql.join([condition, ...conditionsOf(filter)], sql` and `);
  const rows = await database.rows<LogRow>(
    'tracker.logs',
    sql`select ${logColumns} from ${logSource} where ${where} order by ${order} limit ${limit}`,
  );
  return toLogs(rows);
}

const KEY = [sql`log.height`, sql`log.transaction_index`, sql`log.index`] as const;

/** The filter whose index is followed. */
function indexOf({ address, signature }: LogFilter): By | null {
  if (address !== undefined) return { column: sql`log.address`, value: addressToBytes(address) };
  if (signature === undefined) return null;
  return { column: sql`left(log.signature, 64)`, value: sql`left(${keepText(signature)}::text, 64)` };
}

function conditionsOf({ signature, fromHeight, toHeight }: LogFilter): Sql[] {
  const conditions: Sql[] = [];
  if (signature !== undefined) conditions.push(sql`log.signature = ${keepText(signature)}`);
  if (fromHeight !== undefined) conditions.push(sql`log.height >= ${fromHeight}`);
  if (toHeight !== undefined) conditions.push(sql`log.height <= ${toHeight}`);
  return conditions;
}

/** A transaction's logs after an index (null = from the first), in order. */
export async function logsOfTransaction(
  database: Queryable,
  [height, transactionIndex]: readonly [number, number],
  after: number | null,
  limit: number,
): Promise<Log[]> {
  const rows = await database.rows<LogRow>(
    'tracker.logs.of-transaction',
    sql`
      select ${logColumns} from ${logSource}
      where log.height = ${height} and log.transaction_index = ${transactionIndex} and log.index > ${after ?? -1}
      order by log.index limit ${limit}`,
  );
  return toLogs(rows);
}
