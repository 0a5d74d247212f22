import { createTestDatabase, type TestDatabase } from '@madang/testkit';
import { mkdtemp, rm, writeFile } from 'node:fs/promises';
import os from 'node:os';
import path from 'node:path';
import { afterEach, beforeEach, expect, it } from 'vitest';
import { migrate, openDatabase, sql, type Database } from '../index.ts';

let test: TestDatabase;
let database: Database;
let folder: string;

beforeEach(async () => {
  test = await createTestDatabase();
  database = test.database;
  folder = await mkdtemp(path.join(os.tmpdir(), 'migrations-'));
  await write(
    '0001_blocks.sql',
    'create table chain.block (height int primary key); insert into chain.block values (1);',
  );
  await write(
    '0002_hash.sql',
    'alter table chain.block add hash text; create index block_hash on chain.block (hash);',
  );
});
afterEach(async () => {
  await test.drop();
  await rm(folder, { recursive: true });
});

const write = (name: string, text: string): Promise<void> => writeFile(path.join(folder, name), text);
const run = (on = database): Promise<{ applied: number[] }> => migrate(on, { schema: 'chain', folder });
const ledger = (): Promise<unknown[]> =>
  database.rows('ledger', sql`select number, name from chain.migration order by number`);

it('applies what is missing, in order, once', async () => {
  expect(await run()).toEqual({ applied: [1, 2] });
  expect(await ledger()).toEqual([
    { number: 1, name: 'blocks' },
    { number: 2, name: 'hash' },
  ]);
  expect(await run()).toEqual({ applied: [] });
  await write('0003_time.sql', 'alter table chain.block add time timestamptz;');
  expect(await run()).toEqual({ applied: [3] });
  expect(await database.rows('read', sql`select height, hash, time from chain.block`)).toEqual([
    { height: 1, hash: null, time: null },
  ]);
});

it('is done once when many start at the same moment', async () => {
  const databases = Array.from({ length: 6 }, () => openDatabase({ url: test.url, maxConnections: 1 }));
  const results = await Promise.all(databases.map((each) => run(each)));
  expect(results.flatMap(({ applied }) => applied).sort()).toEqual([1, 2]);
  expect(await database.row('count', sql`select count(*) from chain.block`)).toEqual({ count: 1 });
  await Promise.all(databases.map((each) => each.close()));
});

it('leaves nothing of a migration that fails, and keeps those before it', async () => {
  await write('0003_broken.sql', 'create table chain.half (id int); select 1 / 0;');
  await expect(run()).rejects.toMatchObject({
    code: 'PG_BAD_VALUE',
    details: { label: 'chain migration 3' },
  });
  expect(await ledger()).toHaveLength(2);
  expect(await database.row('half', sql`select to_regclass('chain.half') as half`)).toEqual({ half: null });
  await write('0003_broken.sql', 'create table chain.half (id int);');
  expect(await run()).toEqual({ applied: [3] });
});

it('refuses a file that is not the one that was applied', async () => {
  await run();
  await write('0001_blocks.sql', 'create table chain.block (height bigint primary key);');
  await expect(run()).rejects.toMatchObject({ code: 'PG_MIGRATION_CHANGED', details: { number: 1 } });
});

it('refuses a database that newer code has migrated', async () => {
  await run();
  await rm(path.join(folder, '0002_hash.sql'));
  await expect(run()).rejects.toMatchObject({
    code: 'PG_MIGRATION_UNKNOWN',
    details: { number: 2, name: 'hash' },
  });
});

it('only reads when there is nothing to do', async () => {
  await run();
  const readOnly = openDatabase({ url: `${test.url}&options=-c%20default_transaction_read_only%3Don` });
  expect(await run(readOnly)).toEqual({ applied: [] });
  await readOnly.close();
});

it('says that a database may only be read, and changes nothing', async () => {
  const readOnly = openDatabase({ url: `${test.url}&options=-c%20default_transaction_read_only%3Don` });
  await expect(run(readOnly)).rejects.toMatchObject({ code: 'PG_READ_ONLY' });
  await readOnly.close();
  expect(await database.row('schema', sql`select to_regnamespace('chain') as schema`)).toEqual({
    schema: null,
  });
});
