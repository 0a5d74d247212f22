import { createTestDatabase, type TestDatabase } from '@madang/testkit';
import net from 'node:net';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { openDatabase, sql, type Sql } from './index.ts';

let test: TestDatabase;

beforeAll(async () => {
  test = await createTestDatabase();
  await test.database.transaction((tx) =>
    tx.script(
      'create',
      `create table parent (id int primary key);
       create table child (id int primary key check (id > 0), parent int not null references parent, name text unique);
       insert into parent values (1);
       insert into child values (1, 1, 'taken');`,
    ),
  );
});
afterAll(() => test.drop());

describe('a refused statement', () => {
  const cases: readonly (readonly [string, Sql, object])[] = [
    ['PG_UNIQUE_VIOLATION', sql`insert into child values (2, 1, 'taken')`, { retry: 'never', status: 409 }],
    ['PG_CONSTRAINT_VIOLATION', sql`insert into child values (0, 1, 'a')`, { retry: 'never' }],
    ['PG_CONSTRAINT_VIOLATION', sql`insert into child values (3, 9, 'b')`, { retry: 'never' }],
    ['PG_CONSTRAINT_VIOLATION', sql`insert into child values (4, null, 'c')`, { retry: 'never' }],
    ['PG_BAD_VALUE', sql`select ${'abc'}::int`, { status: 400 }],
    ['PG_BAD_VALUE', sql`select 1 / 0`, {}],
    ['PG_NO_SUCH_OBJECT', sql`select from nowhere`, {}],
    ['PG_NO_SUCH_OBJECT', sql`select nothing from parent`, {}],
    ['PG_NO_SUCH_OBJECT', sql`select no_function()`, {}],
    ['PG_QUERY_FAILED', sql`selct 1`, { status: 500 }],
    ['PG_LOCK_NOT_AVAILABLE', sql`do $$ begin raise sqlstate '55P03'; end $$`, { retry: 'later' }],
    ['PG_DISK_FULL', sql`do $$ begin raise sqlstate '53100'; end $$`, { retry: 'later' }],
    ['PG_TOO_MANY_CONNECTIONS', sql`do $$ begin raise sqlstate '53300'; end $$`, { retry: 'later' }],
    ['PG_OUT_OF_RESOURCES', sql`do $$ begin raise sqlstate '53200'; end $$`, { retry: 'later' }],
    ['PG_DENIED', sql`do $$ begin raise sqlstate '42501'; end $$`, { retry: 'never' }],
  ];

  it.each(cases)('is %s: %o', async (code, query, facts) => {
    const error: unknown = await test.database.rows('attempt', query).catch((thrown: unknown) => thrown);
    expect(error).toMatchObject({ code, ...facts });
    expect(String(error)).toContain('attempt: ');
  });

  it('names the constraint and the offending key', async () => {
    const error = await test.database
      .execute('add child', sql`insert into child values (2, 1, 'taken')`)
      .catch((thrown: unknown) => thrown);
    expect(error).toMatchObject({
      details: { sqlstate: '23505', table: 'child', constraint: 'child_name_key', label: 'add child' },
    });
    expect(String(error)).toContain('Key (name)=(taken) already exists');
  });
});

describe('a database that cannot be used', () => {
  const attempt = async (url: string): Promise<unknown> => {
    const database = openDatabase({ url, acquireTimeoutMs: 2000 });
    const error: unknown = await database.row('try', sql`select 1`).catch((thrown: unknown) => thrown);
    await database.close();
    expect(String(error)).not.toContain('secret');
    return error;
  };

  it('with nobody at its address', async () => {
    expect(await attempt('postgres://me:secret@127.0.0.1:1/x')).toMatchObject({
      code: 'PG_UNREACHABLE',
      retry: 'later',
    });
    expect(await attempt('postgres://me:secret@localhost/x?host=/no/such/directory')).toMatchObject({
      code: 'PG_UNREACHABLE',
    });
  });

  it('with a name that does not resolve', async () => {
    expect(await attempt('postgres://me:secret@no-such-host.invalid/x')).toMatchObject({
      code: 'PG_UNREACHABLE',
    });
  });

  it('that answers something else than PostgreSQL, or nothing', async () => {
    const silent = net.createServer(() => undefined);
    const talking = net.createServer((socket) => socket.end('HTTP/1.1 400 Bad Request\r\n\r\n'));
    for (const server of [silent, talking]) {
      await new Promise<void>((resolve) => server.listen(0, '127.0.0.1', resolve));
      const { port } = server.address() as net.AddressInfo;
      expect(await attempt(`postgres://me:secret@127.0.0.1:${port}/x`)).toMatchObject({
        code: 'PG_UNREACHABLE',
      });
      server.close();
    }
  });

  it('that does not exist on the server', async () => {
    const url = new URL(test.url);
    url.pathname = '/missing';
    expect(await attempt(url.href)).toMatchObject({ code: 'PG_NO_SUCH_DATABASE', retry: 'never' });
  });

  it('for a user who does not exist', async () => {
    const url = new URL(test.url);
    url.username = 'stranger';
    expect(await attempt(url.href)).toMatchObject({ code: 'PG_AUTH_FAILED', retry: 'never' });
  });

  it('that may only be read', async () => {
    const readOnly = openDatabase({ url: `${test.url}&options=-c%20default_transaction_read_only%3Don` });
    await expect(readOnly.execute('write', sql`insert into parent values (7)`)).rejects.toMatchObject({
      code: 'PG_READ_ONLY',
    });
    await readOnly.close();
  });
});
