import { migrate, openDatabase, sql, type Database, type MigrationSource } from '@madang/pg';
import { createHash, randomBytes } from 'node:crypto';
import { readdir, readFile } from 'node:fs/promises';
import path from 'node:path';
import { fileURLToPath } from 'node:url';
import { testServerUrl } from './test-server.ts';

/** A database of its own for a test file, or a test. */
export interface TestDatabase {
  readonly database: Database;
  readonly url: string;
  /** Closes and removes it. */
  drop(): Promise<void>;
}

/** A fresh database with the migrations applied: cloned from a template, which the first to ask for these migrations makes. */
export async function createTestDatabase({
  migrations = [],
}: { migrations?: readonly MigrationSource[] } = {}): Promise<TestDatabase> {
  const server = openDatabase({ url: testServerUrl(), maxConnections: 1, applicationName: 'madang testkit' });
  const name = `test_${randomBytes(8).toString('hex')}`;
  const template = await makeTemplate(server, migrations);
  // Copying files is faster here than the default way, through the write-ahead log: nothing of ours is ever synced.
  await server.execute(
    'clone',
    sql`create database ${sql.identifier(name)} template ${sql.identifier(template)} strategy file_copy`,
  );
  const url = urlOf(name);
  const database = openDatabase({ url, applicationName: 'madang test' });
  return {
    database,
    url,
    drop: async () => {
      await database.close();
      await server.execute('drop', sql`drop database ${sql.identifier(name)} with (force)`);
      await server.close();
    },
  };
}

async function makeTemplate(server: Database, migrations: readonly MigrationSource[]): Promise<string> {
  if (migrations.length === 0) return 'template0';
  const name = `template_${await hashOf(migrations)}`;
  const lock = await server.lock(name);
  try {
    const exists = await server.row('find template', sql`select from pg_database where datname = ${name}`);
    if (exists === undefined) await fillTemplate(server, name, migrations);
  } finally {
    await lock.release();
  }
  return name;
}

// Filled under another name and renamed when whole, so that a run that was stopped leaves no half template.
async function fillTemplate(
  server: Database,
  name: string,
  migrations: readonly MigrationSource[],
): Promise<void> {
  const making = `${name}_making`;
  await server.execute(
    'drop half template',
    sql`drop database if exists ${sql.identifier(making)} with (force)`,
  );
  await server.execute('create template', sql`create database ${sql.identifier(making)}`);
  const database = openDatabase({ url: urlOf(making), maxConnections: 1 });
  for (const source of migrations) await migrate(database, source);
  await database.close();
  await server.execute(
    'name template',
    sql`alter database ${sql.identifier(making)} rename to ${sql.identifier(name)}`,
  );
}

async function hashOf(migrations: readonly MigrationSource[]): Promise<string> {
  const hash = createHash('sha256');
  for (const { schema, folder } of migrations) {
    const directory = typeof folder === 'string' ? folder : fileURLToPath(folder);
    hash.update(JSON.stringify(schema));
    for (const file of (await readdir(directory)).sort())
      hash.update(JSON.stringify([file, await readFile(path.join(directory, file), 'utf8')]));
  }
  return hash.digest('hex').slice(0, 16);
}

function urlOf(database: string): string {
  const url = new URL(testServerUrl());
  url.pathname = `/${database}`;
  return url.href;
}
