import pg from 'pg';
import { tlsOptions, type Target } from '../../adapter/target.ts';
import { noSecret } from './errors.ts';

const INSUFFICIENT_PRIVILEGE = '42501';

/** What the server keeps of the user's password. @throws POOLBENCH_PGBOUNCER_NO_SECRET unless that is a SCRAM secret, and may be read. */
export async function readServerSecret(server: Target): Promise<string> {
  const { host, port, user, password, database } = server;
  const client = new pg.Client({ host, port, user, password, database, ssl: tlsOptions(server) });
  client.on('error', () => undefined);
  await client.connect();
  try {
    const text = 'select rolpassword as secret from pg_authid where rolname = $1';
    const secret = (await client.query<{ secret: string | null }>(text, [user])).rows[0]?.secret;
    if (secret?.startsWith('SCRAM-SHA-256$') === true) return secret;
    throw noSecret({ user, reason: 'the server keeps none for this user' });
  } catch (error) {
    if (!(error instanceof pg.DatabaseError) || error.code !== INSUFFICIENT_PRIVILEGE) throw error;
    throw noSecret({ user, reason: 'only a superuser may read it' }, error);
  } finally {
    await client.end();
  }
}
