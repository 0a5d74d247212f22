import { sql, type Queryable } from '@madang/pg';
import type { BlockActivity } from './home.schema.ts';

/** How many transactions each of the newest blocks has, oldest first. */
export async function newestActivity(database: Queryable, blocks: number): Promise<BlockActivity[]> {
  const rows = await database.rows<{ height: number; transaction_count: number }>(
    'tracker.home.activity',
    sql`select height, transaction_count from tracker.block order by height desc limit ${blocks}`,
  );
  return rows
    .reverse()
    .map(({ height, transaction_count: transactionCount }) => ({ height, transactionCount }));
}
