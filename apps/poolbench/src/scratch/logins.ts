import { readFile, writeFile } from 'node:fs/promises';
import { setTimeout as sleep } from 'node:timers/promises';
import { openDatabase, sql, type Database } from '@madang/pg';
import type { Authentication } from '../prober/authenticate.ts';

/** Users of a scratch server, alike but for how it asks who they are, by what pg_hba.conf calls that. */
const METHODS = {
  poolbench_trust: 'trust',
  poolbench_password: 'password',
  poolbench_md5: 'md5',
  poolbench_scram: 'scram-sha-256',
} as const;

type Login = keyof typeof METHODS;

const LOGINS: Readonly<Record<Authentication, Login>> = {
  trust: 'poolbench_trust',
  cleartext: 'poolbench_password',
  md5: 'poolbench_md5',
  'scram-sha-256': 'poolbench_scram',
  'scram-sha-256-plus': 'poolbench_scram',
};

/** The user that a scratch server asks in this way. */
export function loginOf(authentication: Authentication): string {
  return LOGINS[authentication];
}

/**
 * Makes a user for each method of authentication, and rules that hold for these alone, so that everybody else comes in as before. All
 * have one password, that of the server's own user, which no log has anyway. None of them owns or may read anything.
 *
 * @param url as the server's own user
 */
export async function createLogins(url: string, password: string): Promise<void> {
  const database = openDatabase({ url, maxConnections: 1, applicationName: 'poolbench logins' });
  try {
    await createUsers(database, password);
    await addRules(database);
    await reload(database);
  } finally {
    await database.close();
  }
}

// The password goes by a setting of this transaction, lest it stand in a statement, which the server counts and may log.
async function createUsers(database: Database, password: string): Promise<void> {
  await database.transaction(async (tx) => {
    await tx.rows(
      'poolbench.login-password',
      sql`select set_config('poolbench.password', ${password}, true) is not null as done`,
    );
    for (const [login, method] of Object.entries(METHODS)) {
      const kept = method === 'md5' ? 'md5' : 'scram-sha-256';
      await tx.script(
        'poolbench.login',
        `set local password_encryption = '${kept}';
        drop role if exists ${login};
        do $$ begin
          execute format('create role ${login} login password %L', current_setting('poolbench.password'));
        end $$;`,
      );
    }
  });
}

// The first rule that fits decides, so ours stand before those that the server was started with.
async function addRules(database: Database): Promise<void> {
  const row = await database.row<{ file: string }>(
    'poolbench.rules',
    sql`select current_setting('hba_file') as file`,
  );
  if (row === undefined) throw new TypeError('A query without a table has one row.');
  const rules = Object.entries(METHODS).flatMap(([login, method]) => [
    `local all ${login} ${method}`,
    `host all ${login} 127.0.0.1/32 ${method}`,
  ]);
  await writeFile(row.file, [...rules, await readFile(row.file, 'utf8')].join('\n'));
}

const POLL_MS = 5;

// The server reads its files before it tells its sessions to, and takes no connection in between.
async function reload(database: Database): Promise<void> {
  const loaded = (): Promise<{ at: string } | undefined> =>
    database.row('poolbench.loaded', sql`select pg_conf_load_time()::text as at`);
  const before = await loaded();
  await database.execute('poolbench.reload', sql`select pg_reload_conf()`);
  while ((await loaded())?.at === before?.at) await sleep(POLL_MS);
}
