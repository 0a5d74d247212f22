import { sql, type Queryable } from '@madang/pg';
import type { Stats } from './status.schema.ts';

/** The counters, as of the height that they name. */
export async function readStats(database: Queryable): Promise<Stats> {
  const row = await database.row<Stats>(
    'tracker.stats',
    sql`select height, blocks, transactions, failed_transactions as "failedTransactions", logs from tracker.counter`,
  );
  return row ?? { height: -1, blocks: 0, transactions: 0, failedTransactions: 0, logs: 0 };
}
