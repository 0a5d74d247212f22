import type { ClientBase } from 'pg';
import { tooOld } from './errors.ts';

const OLDEST = 15;

// What reading relies on (time zone, styles), what finds dead peers, and limits. `false`: for the session, not the transaction.
const PREPARE_SESSION = `
select set_config('TimeZone', 'UTC', false),
       set_config('DateStyle', 'ISO, YMD', false),
       set_config('IntervalStyle', 'iso_8601', false),
       set_config('bytea_output', 'hex', false),
       set_config('statement_timeout', $1, false),
       set_config('client_connection_check_interval', '2s', false),
       set_config('tcp_keepalives_idle', '30', false),
       set_config('tcp_keepalives_interval', '10', false),
       set_config('tcp_keepalives_count', '3', false),
       current_setting('server_version') as version,
       current_setting('server_version_num')::int / 10000 as major`;

/** Readies a fresh connection; throws PG_TOO_OLD before anything else is asked of an old server. */
export async function prepareSession(
  client: ClientBase,
  where: string,
  statementTimeoutMs: number,
): Promise<void> {
  const { rows } = await client.query<{ version: string; major: number }>(PREPARE_SESSION, [
    String(statementTimeoutMs),
  ]);
  const server = rows[0];
  if (server !== undefined && server.major < OLDEST)
    throw tooOld({ version: server.version, oldest: String(OLDEST), where });
}
