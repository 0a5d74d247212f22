import { openDatabase, sql } from '@madang/pg';
import { setTimeout } from 'node:timers/promises';
import postgres from 'postgres';
import { afterEach, describe, expect, it } from 'vitest';
import { createCertificate } from '../../src/scratch/certificate.ts';
import { startFakePostgres, type FakePostgres, type FakePostgresOptions } from './fake-postgres.ts';

let server: FakePostgres;
afterEach(() => server.stop());

const start = async (options?: FakePostgresOptions): Promise<string> => {
  server = await startFakePostgres(options);
  return server.url;
};

// Two drivers that know nothing of the fake judge whether it speaks the protocol.

describe('a driver gets its rows', () => {
  it.each(['trust', 'cleartext', 'md5', 'scram-sha-256'] as const)(
    'when let in by %s',
    async (authentication) => {
      const url = await start({ authentication, password: "마당 %'" });
      const database = openDatabase({ url });
      expect(await database.rows('one', sql`select ${1}::int4`)).toEqual([{ '?column?': 1 }]);
      await database.close();
      const client = postgres(url, { max: 1 });
      expect([...(await client`select ${1}::int4`)]).toEqual([{ '?column?': 1 }]);
      await client.end();
      expect(server.opened).toBe(2);
      await expect.poll(() => server.open).toBe(0);
    },
  );

  it('that the test names, and knows whether it is in a transaction', async () => {
    const url = await start({
      answer: (text) =>
        text.includes('from town')
          ? {
              columns: { name: 25, size: 23 },
              rows: [
                ['서울', null],
                ['부산', '3'],
              ],
              tag: 'SELECT 2',
            }
          : { columns: {}, rows: [], tag: 'BEGIN' },
    });
    const client = postgres(url, { max: 1, fetch_types: false });
    const towns = await client.begin((tx) => tx`select name, size from town`);
    expect([...towns]).toEqual([
      { name: '서울', size: null },
      { name: '부산', size: 3 },
    ]);
    await client.end();
  });

  it('after a query that the programme refused', async () => {
    const url = await start({
      programme: ({ sql: text }) =>
        text?.includes('broken') === true ? { refuse: { sqlstate: '42P01', message: 'no such' } } : undefined,
    });
    const client = postgres(url, { max: 1, fetch_types: false });
    await expect(client`select broken`).rejects.toMatchObject({ code: '42P01', message: 'no such' });
    await expect(client.unsafe('select broken').simple()).rejects.toMatchObject({ code: '42P01' });
    expect([...(await client`select 1`)]).toEqual([{ '?column?': 1 }]);
    expect(server.opened).toBe(1);
    await client.end();
  });

  it('over TLS', async () => {
    const certificate = createCertificate('localhost');
    const url = await start({ certificate });
    const client = postgres(url, {
      max: 1,
      ssl: { ca: certificate.cert, checkServerIdentity: () => undefined },
    });
    expect([...(await client`select 1`)]).toHaveLength(1);
    await client.end();
  });
});

describe('a driver is told', () => {
  it('that its password is wrong', async () => {
    for (const authentication of ['cleartext', 'md5', 'scram-sha-256'] as const) {
      const url = new URL(await start({ authentication }));
      url.password = 'wrong';
      const client = postgres(url.href, { max: 1 });
      await expect(client`select 1`).rejects.toMatchObject({ code: '28P01' });
      await client.end();
      await server.stop();
    }
    await start();
  });

  it('that the back-end has been terminated', async () => {
    const refuse = { sqlstate: '57P01', message: 'terminating', fatal: true };
    const url = await start({
      programme: ({ sql: text }) => (text?.includes('victim') === true ? { refuse } : undefined),
    });
    const database = openDatabase({ url });
    await expect(database.row('one', sql`select 1 as victim`)).rejects.toMatchObject({
      code: 'PG_CONNECTION_LOST',
      details: { sqlstate: '57P01' },
    });
    await database.close();
  });

  it('nothing, by a server that is silent from the second query on', async () => {
    const url = await start({
      programme: ({ step, query }) => (step === 'query' && query === 2 ? 'silence' : undefined),
    });
    const client = postgres(url, { max: 1, fetch_types: false });
    expect([...(await client`select 1`)]).toHaveLength(1);
    const hung = client`select 2`.then(
      () => 'answered',
      (error: unknown) => error,
    );
    expect(await Promise.race([hung, setTimeout(100, 'nothing')])).toBe('nothing');
    await client.end({ timeout: 0 });
    expect(await hung).toMatchObject({ code: 'CONNECTION_DESTROYED' });
  });
});
