import { cpSync, existsSync, mkdtempSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { sql } from '@madang/pg';
import { createTestDatabase, type TestDatabase } from '@madang/testkit';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { createDemo } from '../../test/demo/demo.ts';
import { demoHouse, run as runWith } from '../../test/run-command.ts';

// A system of its own, into whose folder may be written.
const folder = mkdtempSync(join(tmpdir(), 'madang-commands-'));
const house = demoHouse(createDemo(folder).system);
let test: TestDatabase;
const run = (...argv: string[]) => runWith(argv, { DATABASE_URL: test.url }, house);

beforeAll(async () => {
  cpSync(join(createDemo().system.folder, 'migrations'), join(folder, 'migrations'), { recursive: true });
  test = await createTestDatabase();
});
afterAll(async () => {
  await test.drop();
  rmSync(folder, { recursive: true });
});

describe('generate, migrate and doctor', () => {
  it('a system without generated files is not healthy, and the check fails and writes nothing', async () => {
    const { code, printed } = await run('doctor');
    expect(printed).toMatch(/^✕ demo: .*schema\.sql is not there; run generate\n$/);
    expect(code).toBe(1);
    const check = await run('generate', '--check');
    expect(check.code).toBe(1);
    expect(check.said).toMatch(/out of date: .*schema\.sql\nout of date: .*openapi\.json\n/);
    expect(existsSync(join(folder, 'schema.sql'))).toBe(false);
  });

  it('generate writes what the migrations and the answers say', async () => {
    expect((await run('generate')).said).toMatch(/written: .*schema\.sql\nwritten: .*openapi\.json\n/);
    expect(readFileSync(join(folder, 'schema.sql'), 'utf8')).toMatch(/create table demo\.note/i);
    expect(readFileSync(join(folder, 'openapi.json'), 'utf8')).toContain('"openapi": "3.1.0"');
  });

  it('then the check tells only the file that somebody changed', async () => {
    const openapi = readFileSync(join(folder, 'openapi.json'), 'utf8');
    writeFileSync(join(folder, 'openapi.json'), `${openapi} `);
    const { code, said } = await run('generate', '--check');
    expect([code, said]).toEqual([1, `out of date: ${join(folder, 'openapi.json')}\n`]);
    expect(readFileSync(join(folder, 'openapi.json'), 'utf8')).toBe(`${openapi} `);
  });

  it('doctor tells an empty database from a migrated one, and migrate makes the one the other', async () => {
    expect((await run('doctor')).printed).toBe('✕ demo: the schema is not there yet; run migrate\n');
    expect(await run('migrate')).toEqual({ code: 0, printed: '', said: 'Up to date: demo\n' });
    expect(await run('migrate')).toMatchObject({ code: 0 });
    expect(await run('doctor')).toMatchObject({
      code: 0,
      printed: '✓ demo: the schema is as this code expects it\n',
    });
  });

  it('doctor tells what somebody changed by hand', async () => {
    await test.database.execute('drift', sql`alter table demo.note add column extra int`);
    const { code, printed } = await run('doctor', '--json');
    expect(code).toBe(1);
    expect(JSON.parse(printed)).toEqual([
      { system: 'demo', healthy: false, finding: expect.stringMatching(/it has "extra int/) as unknown },
    ]);
    await test.database.execute('undo', sql`alter table demo.note drop column extra`);
  });
});

it('a system that keeps nothing in the database needs no migrations, and has no schema to generate', async () => {
  const bare = mkdtempSync(join(tmpdir(), 'madang-bare-'));
  const bareHouse = demoHouse(createDemo(bare).system);
  const runBare = (...argv: string[]) => runWith(argv, { DATABASE_URL: test.url }, bareHouse);
  expect((await runBare('migrate')).code).toBe(0);
  expect((await runBare('generate')).said).toMatch(/^written: .*openapi\.json\n$/);
  expect(existsSync(join(bare, 'schema.sql'))).toBe(false);
  expect(await runBare('doctor')).toMatchObject({
    code: 0,
    printed: '✓ demo: it keeps nothing in the database\n',
  });
  rmSync(bare, { recursive: true });
});

it('a verb reaches the database', async () => {
  await run('migrate');
  await test.database.execute('add', sql`insert into demo.note (title, colour) values ('a', 'red')`);
  expect(await run('demo', 'count')).toEqual({ code: 0, printed: '1\n', said: '' });
});

it('doctor makes no database where there is none', async () => {
  const data = join(folder, 'no', 'data');
  const { code, printed } = await runWith(['doctor', '--data', data], {}, house);
  expect(code).toBe(1);
  expect(printed).toContain(`there is no database in ${data} yet`);
  expect(existsSync(data)).toBe(false);
});

describe('a database that cannot be used', () => {
  it('because nobody is there is tried again later: 75', async () => {
    const url = 'postgres://user:hunter2@127.0.0.1:1/db';
    const { code, said } = await runWith(['migrate'], { DATABASE_URL: url }, house);
    expect(said).toMatch(/^PG_UNREACHABLE: /);
    expect(said).not.toContain('hunter2');
    expect(code).toBe(75);
  });

  it('because it has another name is a mistake: 1', async () => {
    const url = new URL(test.url);
    url.pathname = '/nowhere';
    const { code, said } = await runWith(['migrate'], { DATABASE_URL: url.href }, house);
    expect(said).toMatch(/^PG_NO_SUCH_DATABASE: /);
    expect(code).toBe(1);
  });
});
