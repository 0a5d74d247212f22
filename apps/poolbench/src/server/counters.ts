import { sql, type Database } from '@madang/pg';

/** What the server has counted up to now, by name; only what it can tell. */
export type ServerCounters = Readonly<Record<string, number>>;

// As the reference manual names them; times there are milliseconds, here seconds.
const OF_DATABASE = sql`
  select 'pg_stat_database.' || name as name, value::float8 as value
  from pg_stat_database, lateral (values
    ('xact_commit', xact_commit::float8), ('xact_rollback', xact_rollback::float8), ('blks_read', blks_read::float8),
    ('blks_hit', blks_hit::float8), ('deadlocks', deadlocks::float8), ('temp_bytes', temp_bytes::float8),
    ('sessions', sessions::float8), ('sessions_abandoned', sessions_abandoned::float8),
    ('sessions_fatal', sessions_fatal::float8), ('sessions_killed', sessions_killed::float8),
    ('session_time_s', session_time / 1000), ('active_time_s', active_time / 1000),
    ('idle_in_transaction_time_s', idle_in_transaction_time / 1000)
  ) as counter (name, value)
  where datname = current_database()
  union all
  select 'pg_stat_wal.wal_bytes', wal_bytes::float8 from pg_stat_wal`;

/** Reads `pg_stat_database` and `pg_stat_wal`. Back-ends report there at most once a second, so short cells blur into each other. */
export async function readCounters(database: Database): Promise<ServerCounters> {
  const rows = await database.rows<{ name: string; value: number }>('poolbench.counters', OF_DATABASE);
  return Object.fromEntries(rows.map(({ name, value }) => [name, value]));
}

/** What grew between two readings; a counter that was set back to zero in between is left out. */
export function growthOf(before: ServerCounters, after: ServerCounters): ServerCounters {
  const known = Object.entries(after).flatMap(([name, value]): [string, number][] => {
    const old = before[name];
    return old === undefined || value < old ? [] : [[name, value - old]];
  });
  return Object.fromEntries(known);
}

/** One statement by the server's own account (`pg_stat_statements`). */
export interface StatementCount {
  readonly calls: number;
  /** Seconds that the server spent executing it. */
  readonly executionSeconds: number;
}

/** How often the server ran each of these statements; those it does not know are not there. Counted at once, not each second. */
export async function readStatements(
  database: Database,
  texts: readonly string[],
): Promise<ReadonlyMap<string, StatementCount>> {
  const rows = await database.rows<{ query: string; calls: number; seconds: number }>(
    'poolbench.statements',
    sql`
      select query, sum(calls)::bigint as calls, sum(total_exec_time) / 1000 as seconds from pg_stat_statements
      where query = any(${texts}) and dbid = (select oid from pg_database where datname = current_database())
      group by query`,
  );
  return new Map(rows.map(({ query, calls, seconds }) => [query, { calls, executionSeconds: seconds }]));
}
