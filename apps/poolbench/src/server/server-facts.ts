import { sql, type Database } from '@madang/pg';

/** What a server says of itself before it is measured. */
export interface ServerFacts {
  readonly version: string;
  readonly maxConnections: number;
  /** Connections that a benchmark can have now: all that are neither taken nor kept for superusers. */
  readonly freeConnections: number;
  /** Whether `pg_stat_statements` counts statements here, so that ours can be compared with it. */
  readonly countsStatements: boolean;
  /** `pg_settings` that differ from the built-in default, verbatim. */
  readonly settings: readonly ServerSetting[];
}

/** Connections for those who watch, and for the arm before that is still closing. */
const SPARE = 6;

/** Connections that arms may have open, all together. */
export const roomForArms = ({ freeConnections }: Pick<ServerFacts, 'freeConnections'>): number =>
  freeConnections - SPARE;

export interface ServerSetting {
  readonly name: string;
  readonly value: string;
  readonly unit: string | null;
  readonly source: string;
}

interface FactsRow {
  readonly version: string;
  readonly most: number;
  readonly kept: number;
  readonly taken: number;
  readonly preloaded: boolean;
}

/** Asks the server about itself. */
export async function readServerFacts(database: Database): Promise<ServerFacts> {
  const row = await database.row<FactsRow>(
    'poolbench.facts',
    sql`
      select current_setting('server_version') as version,
        current_setting('max_connections')::integer as most,
        current_setting('superuser_reserved_connections')::integer as kept,
        (select count(*)::integer from pg_stat_activity where backend_type = 'client backend') as taken,
        exists (select from pg_extension where extname = 'pg_stat_statements')
          and current_setting('pg_stat_statements.track', true) is not null as preloaded`,
  );
  if (row === undefined) throw new TypeError('A query without a table has one row.');
  return {
    version: row.version,
    maxConnections: row.most,
    freeConnections: Math.max(0, row.most - row.kept - row.taken),
    countsStatements: row.preloaded,
    settings: await database.rows<ServerSetting & Record<string, unknown>>(
      'poolbench.settings',
      sql`
        select name, setting as value, unit, source from pg_settings
        where source not in ('default', 'override', 'client', 'session') order by name`,
    ),
  };
}
