import { sql, type Queryable } from '@madang/pg';
import { placeOfTransaction } from '../transaction/transaction.queries.ts';
import type { Sent } from './open-source.ts';

/** What the transaction with this hash sent; null when there is none, as for a contract that another contract made. */
export async function findSent(database: Queryable, hash: string): Promise<Sent | null> {
  const place = await placeOfTransaction(database, hash);
  if (place === null) return null;
  const [height, index] = place;
  const row = await database.row<{ kind: string; data: string | null }>(
    'tracker.transaction.sent',
    sql`select kind, data from tracker.transaction where height = ${height} and index = ${index}`,
  );
  if (row === undefined) return null;
  return { kind: row.kind, data: row.data === null ? null : (JSON.parse(row.data) as unknown) };
}
