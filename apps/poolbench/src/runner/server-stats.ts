import { sql, type Database } from '@madang/pg';

/** What the server itself counted, up to now. */
export interface ServerReading {
  /** Connections that were opened to the database. */
  readonly sessions: number;
  /** By the text of a statement as we send it. */
  readonly statements: ReadonlyMap<string, { readonly calls: number; readonly totalMs: number }>;
}

interface StatementRow {
  readonly query: string;
  readonly calls: number;
  readonly total_ms: number;
}

/** Reads the counters of the server: its sessions, and its own account of these statements (pg_stat_statements). */
export async function readServer(database: Database, texts: readonly string[]): Promise<ServerReading> {
  const [sessions, rows] = await Promise.all([
    database.row<{ sessions: number }>(
      'poolbench.sessions',
      sql`select sessions from pg_stat_database where datname = current_database()`,
    ),
    database.rows<StatementRow>(
      'poolbench.statements',
      sql`
        select query, sum(calls)::bigint as calls, sum(total_exec_time) as total_ms
        from pg_stat_statements where query = any(${texts}) group by query`,
    ),
  ]);
  return {
    sessions: sessions?.sessions ?? 0,
    statements: new Map(rows.map(({ query, calls, total_ms }) => [query, { calls, totalMs: total_ms }])),
  };
}
