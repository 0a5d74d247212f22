import pg from 'pg';
import { classify } from '../classify.ts';
import { socketUrl } from './address.ts';
import type { PidFile } from './pid-file.ts';

export interface Passwords {
  /** The one to log in with. */
  readonly current: string | undefined;
  /** The one to set, if it is to change. */
  readonly next: string | undefined;
}

/**
 * Makes sure that the database `madang` is there and its user has the password; the version of the server, such as `18.4`.
 * Rejects with PG_UNREACHABLE when the server is just ending.
 */
export async function prepareDatabase(file: PidFile, { current, next }: Passwords): Promise<string> {
  const connectionString = socketUrl(file, current, 'postgres');
  const client = new pg.Client({ connectionString, application_name: 'madang start' });
  try {
    await client.connect();
    const { rows } = await client.query<{ version: string; found: boolean }>(
      `select split_part(current_setting('server_version'), ' ', 1) as version,
              exists (select from pg_catalog.pg_database where datname = 'madang') as found`,
    );
    if (rows[0]?.found === false) await client.query('create database madang');
    if (next !== undefined) await client.query(`alter role madang password ${pg.escapeLiteral(next)}`);
    return rows[0]?.version ?? '';
  } catch (error) {
    throw classify(error, { where: file.socketDirectory, connecting: true });
  } finally {
    await client.end();
  }
}
