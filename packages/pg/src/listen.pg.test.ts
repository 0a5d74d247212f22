import { createTestDatabase, type TestDatabase } from '@madang/testkit';
import { afterAll, beforeAll, expect, it } from 'vitest';
import { openDatabase, sql, type Database } from './index.ts';

let test: TestDatabase;
let database: Database;

beforeAll(async () => {
  test = await createTestDatabase();
  database = test.database;
});
afterAll(() => test.drop());

const notify = (channel: string, payload: string): Promise<void> =>
  database.transaction((tx) => tx.notify(channel, payload));
const killListeners = (): Promise<unknown[]> =>
  database.rows(
    'kill',
    sql`select pg_terminate_backend(pid) from pg_stat_activity where query like 'listen %'`,
  );

it('hears what is notified at commit, on its channel alone', async () => {
  const heard: string[] = [];
  const listening = await database.listen('Block "1"', (payload) => heard.push(payload));
  await notify('other', 'not for us');
  await database
    .transaction((tx) => tx.notify('Block "1"', 'gone').then(() => Promise.reject(new Error('rolled back'))))
    .catch(() => undefined);
  await notify('Block "1"', '마당');
  await expect.poll(() => heard).toEqual(['마당']);
  await listening.stop();
  await notify('Block "1"', 'too late');
  expect(heard).toEqual(['마당']);
});

it('listens again after its connection was lost, and says so', async () => {
  const heard: string[] = [];
  let reconnects = 0;
  const listening = await database.listen(
    'tip',
    (payload) => heard.push(payload),
    () => (reconnects += 1),
  );
  for (const round of [1, 2]) {
    await killListeners();
    await expect.poll(() => reconnects).toBe(round);
    await notify('tip', String(round));
    await expect.poll(() => heard).toHaveLength(round);
  }
  await listening.stop();
});

it('can be stopped while its connection is away', async () => {
  const listening = await database.listen('tip', () => undefined);
  await killListeners();
  await listening.stop();
  expect(await database.rows('left', sql`select from pg_stat_activity where query like 'listen %'`)).toEqual(
    [],
  );
});

it('rejects when there is no server to begin with', async () => {
  const nowhere = openDatabase({ url: 'postgres://127.0.0.1:1/x' });
  await expect(nowhere.listen('tip', () => undefined)).rejects.toMatchObject({ code: 'PG_UNREACHABLE' });
});
