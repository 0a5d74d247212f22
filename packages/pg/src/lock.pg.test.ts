import { createTestDatabase, type TestDatabase } from '@madang/testkit';
import { afterAll, beforeAll, expect, it } from 'vitest';
import { sql, type Database } from './index.ts';

let test: TestDatabase;
let database: Database;

beforeAll(async () => {
  test = await createTestDatabase();
  database = test.database;
});
afterAll(() => test.drop());

const sessions = (): Promise<unknown[]> =>
  database.rows('sessions', sql`select from pg_locks where locktype = 'advisory'`);

it('is held by one at a time, in whatever process', async () => {
  const first = await database.lock('indexer');
  let waits = 0;
  const second = database.lock('indexer', { onWait: () => (waits += 1) });
  await expect.poll(() => waits).toBe(1);
  const other = await database.lock('something else');
  await first.release();
  const held = await second;
  expect(held.lost.aborted).toBe(false);
  await Promise.all([held.release(), other.release()]);
  await expect.poll(sessions).toEqual([]);
});

it('tells its holder when it is lost', async () => {
  const lock = await database.lock('indexer');
  const lost = new Promise((resolve) => lock.lost.addEventListener('abort', resolve));
  await database.rows(
    'kill',
    sql`select pg_terminate_backend(pid) from pg_locks where locktype = 'advisory'`,
  );
  await lost;
  await (await database.lock('indexer')).release();
});

it('can be waited for no longer', async () => {
  const first = await database.lock('indexer');
  const giveUp = new AbortController();
  const reason = new Error('shutting down');
  const waiting = database.lock('indexer', { signal: giveUp.signal, onWait: () => giveUp.abort(reason) });
  await expect(waiting).rejects.toBe(reason);
  await expect(database.lock('indexer', { signal: giveUp.signal })).rejects.toBe(reason);
  await first.release();
  await (await database.lock('indexer')).release();
  await expect.poll(sessions, { timeout: 5000 }).toEqual([]);
});
