import { sql, type Database } from '@madang/pg';

/** How often the server ran each of these statements, by its own account (pg_stat_statements). */
export async function callsOf(
  database: Database,
  texts: readonly string[],
): Promise<ReadonlyMap<string, number>> {
  const rows = await database.rows<{ query: string; calls: number }>(
    'poolbench.statements',
    sql`
      select query, sum(calls)::bigint as calls from pg_stat_statements
      where query = any(${texts}) group by query`,
  );
  return new Map(rows.map(({ query, calls }) => [query, calls]));
}
