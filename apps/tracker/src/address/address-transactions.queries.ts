import { addressToBytes } from '@madang/icon';
import { sql, type Queryable, type Sql } from '@madang/pg';
import { newestFirst } from '../newest-first.ts';
import type { TransactionKey } from '../transaction/transaction.queries.ts';
import { columns, toTransaction, type TransactionRow } from '../transaction/transaction.row.ts';
import type { Transaction } from '../transaction/transaction.schema.ts';

/** Transactions that an address sent or received, before a key (null = from the newest), newest first. */
export async function listTransactionsOf(
  database: Queryable,
  address: string,
  before: TransactionKey | null,
  limit: number,
): Promise<Transaction[]> {
  const value = addressToBytes(address);
  const newest = (column: Sql): Sql => {
    const { condition, order } = newestFirst({
      key: [sql`height`, sql`index`],
      before,
      by: { column, value },
    });
    return sql`(select height, index from tracker.transaction where ${condition} order by ${order} limit ${limit})`;
  };
  // Each index gives the keys of its own newest; what an address sent to itself is in both and comes once.
  const rows = await database.rows<TransactionRow>(
    'tracker.address.transactions',
    sql`
      with own as (
        ${newest(sql`sender`)} union ${newest(sql`recipient`)}
        order by height desc, index desc limit ${limit}
      )
      select ${columns} from own join tracker.transaction using (height, index)
      order by height desc, index desc`,
  );
  return rows.map(toTransaction);
}
