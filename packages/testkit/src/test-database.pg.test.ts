import { migrate, sql } from '@madang/pg';
import { mkdtemp, rm, writeFile } from 'node:fs/promises';
import os from 'node:os';
import path from 'node:path';
import { expect, it } from 'vitest';
import { createTestDatabase } from './index.ts';

it('gives each caller a database of its own with the migrations applied', async () => {
  const folder = await mkdtemp(path.join(os.tmpdir(), 'migrations-'));
  await writeFile(path.join(folder, '0001_thing.sql'), 'create table demo.thing (id int);');
  const migrations = [{ schema: 'demo', folder }];
  const [one, two] = await Promise.all([
    createTestDatabase({ migrations }),
    createTestDatabase({ migrations }),
  ]);
  expect(await one.database.execute('insert', sql`insert into demo.thing (id) values (1)`)).toBe(1);
  expect(await two.database.rows('read', sql`select id from demo.thing`)).toEqual([]);
  expect(await migrate(two.database, { schema: 'demo', folder })).toEqual({ applied: [] });
  await Promise.all([one.drop(), two.drop()]);
  await rm(folder, { recursive: true });
});

it('removes the database when it is dropped', async () => {
  const first = await createTestDatabase();
  const name = new URL(first.url).pathname.slice(1);
  await first.drop();
  const second = await createTestDatabase();
  expect(await second.database.rows('find', sql`select from pg_database where datname = ${name}`)).toEqual(
    [],
  );
  await second.drop();
});
