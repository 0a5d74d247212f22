import { createTestDatabase, type TestDatabase } from '@madang/testkit';
import { afterAll, beforeAll, beforeEach, describe, expect, it } from 'vitest';
import { openDatabase, sql, type Database, type Transaction } from './index.ts';

let test: TestDatabase;
let database: Database;

beforeAll(async () => {
  test = await createTestDatabase();
  database = test.database;
  await database.execute(
    'create',
    sql`create table account (name text primary key, amount numeric not null)`,
  );
});
afterAll(() => test.drop());
beforeEach(async () => {
  await database.execute('reset', sql`truncate account`);
  await database.execute('fill', sql`insert into account values ('one', 100), ('two', 100)`);
});

const amounts = async (): Promise<unknown> =>
  Object.fromEntries(
    (
      await database.rows<{ name: string; amount: string }>('amounts', sql`select name, amount from account`)
    ).map(({ name, amount }) => [name, amount]),
  );
const add = (tx: Transaction, name: string, amount: number): Promise<number> =>
  tx.execute('add', sql`update account set amount = amount + ${amount} where name = ${name}`);

describe('a transaction', () => {
  it('writes all of its statements', async () => {
    const result = await database.transaction(async (tx) => {
      await add(tx, 'one', -30);
      await add(tx, 'two', 30);
      return 'moved';
    });
    expect(result).toBe('moved');
    expect(await amounts()).toEqual({ one: '70', two: '130' });
  });

  it('writes nothing when the work throws, and throws the same', async () => {
    const mistake = new Error('changed my mind');
    await expect(
      database.transaction(async (tx) => {
        await add(tx, 'one', -30);
        throw mistake;
      }),
    ).rejects.toBe(mistake);
    expect(await amounts()).toEqual({ one: '100', two: '100' });
  });

  it('does not pretend to have written when a failure inside was caught', async () => {
    const work = database.transaction(async (tx) => {
      await add(tx, 'one', 1);
      await tx.rows('fail', sql`select 1 / 0`).catch(() => undefined);
    });
    await expect(work).rejects.toMatchObject({ code: 'PG_NOTHING_COMMITTED' });
    expect(await amounts()).toEqual({ one: '100', two: '100' });
  });

  it('runs statements in order when they are not awaited one by one', async () => {
    const numbers = await database.transaction((tx) =>
      Promise.all([1, 2, 3, 4].map((n) => tx.row<{ n: number }>('n', sql`select ${n}::int as n`))),
    );
    expect(numbers.map((row) => row?.n)).toEqual([1, 2, 3, 4]);
  });

  it('cannot be used after its end', async () => {
    let escaped: Transaction | undefined;
    await database.transaction((tx) => {
      escaped = tx;
      return Promise.resolve();
    });
    await expect(escaped?.rows('late', sql`select 1`)).rejects.toMatchObject({ code: 'PG_CLOSED' });
  });

  it('may be read only and see one moment', async () => {
    await database
      .transaction(
        async (tx) => {
          await tx.rows('first look', sql`select from account`);
          await database.execute('meanwhile', sql`delete from account where name = 'two'`);
          expect(await tx.rows('second look', sql`select from account`)).toHaveLength(2);
          await expect(add(tx, 'one', 1)).rejects.toMatchObject({ code: 'PG_READ_ONLY' });
          throw new Error('enough');
        },
        { isolation: 'repeatable read', readOnly: true },
      )
      .catch((error: unknown) => expect(error).toEqual(new Error('enough')));
  });

  it('leaves the pool usable after every kind of end', async () => {
    const single = openDatabase({ url: test.url, maxConnections: 1 });
    await single.transaction((tx) => add(tx, 'one', 1));
    await single.transaction((tx) => tx.rows('fail', sql`select 1 / 0`)).catch(() => undefined);
    await single.transaction(() => Promise.reject(new Error('no'))).catch(() => undefined);
    expect(
      await single.row('after', sql`select pg_current_xact_id_if_assigned() is null as outside`),
    ).toEqual({ outside: true });
    await single.close();
  });

  it('reports a constraint that is checked at commit only', async () => {
    await database.execute('defer', sql`create table late (id int unique deferrable initially deferred)`);
    const work = database.transaction(async (tx) => {
      await tx.execute('twice', sql`insert into late values (1), (1)`);
    });
    await expect(work).rejects.toMatchObject({ code: 'PG_UNIQUE_VIOLATION' });
    expect(await database.row('after', sql`select 1 as one`)).toEqual({ one: 1 });
  });
});

describe('trying again', () => {
  it('makes concurrent serializable counters come out right', async () => {
    const increment = (): Promise<void> =>
      database.transaction(
        async (tx) => {
          const row = await tx.row<{ amount: string }>(
            'read',
            sql`select amount from account where name = 'one'`,
          );
          await tx.execute(
            'write',
            sql`update account set amount = ${Number(row?.amount) + 1} where name = 'one'`,
          );
        },
        { isolation: 'serializable', retries: 50 },
      );
    await Promise.all(Array.from({ length: 6 }, increment));
    expect(await amounts()).toMatchObject({ one: '106' });
  });

  it('resolves a deadlock', async () => {
    let attempts = 0;
    const move = (from: string, to: string): Promise<void> =>
      database.transaction(async (tx) => {
        attempts += 1;
        await tx.row('shorten', sql`select set_config('deadlock_timeout', '20ms', true)`);
        await add(tx, from, -1);
        await tx.row('let the other begin', sql`select pg_sleep(0.05)`);
        await add(tx, to, 1);
      });
    await Promise.all([move('one', 'two'), move('two', 'one')]);
    expect(attempts).toBeGreaterThan(2);
    expect(await amounts()).toEqual({ one: '100', two: '100' });
  });

  it('gives up after the retries asked for, with the reason', async () => {
    let attempts = 0;
    const work = database.transaction(
      (tx) => {
        attempts += 1;
        return tx.rows('always', sql`do $$ begin raise sqlstate '40001'; end $$`);
      },
      { retries: 2 },
    );
    await expect(work).rejects.toMatchObject({ code: 'PG_SERIALIZATION', retry: 'later' });
    expect(attempts).toBe(3);
  });

  it('does not happen for other errors', async () => {
    let attempts = 0;
    await database
      .transaction(() => {
        attempts += 1;
        return Promise.reject(new Error('mine'));
      })
      .catch(() => undefined);
    expect(attempts).toBe(1);
  });
});

describe('a connection lost', () => {
  it('within the work means that nothing was written', async () => {
    const work = database.transaction(async (tx) => {
      await add(tx, 'one', 1);
      await tx.rows('suicide', sql`select pg_terminate_backend(pg_backend_pid())`);
    });
    await expect(work).rejects.toMatchObject({ code: 'PG_CONNECTION_LOST', retry: 'later' });
    expect(await amounts()).toEqual({ one: '100', two: '100' });
  });

  it('during commit leaves the outcome unknown, and says so', async () => {
    await database.transaction((tx) =>
      tx.script(
        'kill at commit',
        `create function kill_me() returns trigger language plpgsql as
           $$ begin perform pg_terminate_backend(pg_backend_pid()); perform pg_sleep(1); return null; end $$;
         create table doomed (id int);
         create constraint trigger at_commit after insert on doomed deferrable initially deferred
           for each row execute function kill_me();`,
      ),
    );
    const work = database.transaction((tx) => tx.execute('doom', sql`insert into doomed values (1)`));
    await expect(work).rejects.toMatchObject({ code: 'PG_OUTCOME_UNKNOWN' });
  });
});
