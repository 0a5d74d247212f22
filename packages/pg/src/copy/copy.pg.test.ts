import { createTestDatabase, type TestDatabase } from '@madang/testkit';
import fc from 'fast-check';
import { afterAll, beforeAll, beforeEach, describe, expect, it } from 'vitest';
import {
  defineTable,
  formatTimestamp,
  keepText,
  openDatabase,
  readText,
  sql,
  type Database,
} from '../index.ts';

const COLUMNS = {
  a: 'int2',
  b: 'int4',
  c: 'int8',
  d: 'bool',
  e: 'text',
  f: 'bytea',
  g: 'numeric',
  h: 'timestamptz',
  i: 'jsonb',
  j: 'text[]',
  k: 'bytea[]',
} as const;
const TYPES = defineTable('public.types', COLUMNS);
const NUMBERS = defineTable('public.numbers', { id: 'int4' });

let test: TestDatabase;
let database: Database;

beforeAll(async () => {
  test = await createTestDatabase();
  database = test.database;
  await database.transaction((tx) =>
    tx.script(
      'create',
      `create table types (a int2, b int4, c int8, d bool, e text, f bytea, g numeric, h timestamptz, i jsonb, j text[], k bytea[]);
       create table numbers (id int4 primary key);`,
    ),
  );
});
afterAll(() => test.drop());
beforeEach(() => database.execute('empty', sql`truncate types, numbers`));

const bytes = fc.uint8Array().map((array) => Buffer.from(array));
const text = fc.string({ unit: 'binary' }).filter((string) => !string.includes('\0'));
const json = fc
  .jsonValue({ stringUnit: 'grapheme' })
  .filter((value) => value !== null && !JSON.stringify(value).includes('\\u0000'));
const orNull = <T>(arbitrary: fc.Arbitrary<T>): fc.Arbitrary<T | null> => fc.option(arbitrary, { freq: 8 });
const anyRow = fc.tuple(
  orNull(fc.integer({ min: -32768, max: 32767 })),
  orNull(fc.integer()),
  orNull(fc.maxSafeInteger()),
  orNull(fc.boolean()),
  orNull(text),
  orNull(bytes),
  orNull(fc.bigInt({ min: -(10n ** 150n), max: 10n ** 150n })),
  orNull(fc.bigInt({ min: -62_000_000_000_000_000n, max: 9_000_000_000_000_000_000n })),
  orNull(json),
  orNull(fc.array(orNull(text), { maxLength: 4 })),
  orNull(fc.array(orNull(bytes), { maxLength: 4 })),
);

async function collect<T>(items: AsyncIterable<T>): Promise<T[]> {
  const collected: T[] = [];
  for await (const item of items) collected.push(item);
  return collected;
}

describe('copying in and out', () => {
  it('gives back every value, the same as an ordinary query does', async () => {
    await fc.assert(
      fc.asyncProperty(fc.array(anyRow, { maxLength: 20 }), async (rows) => {
        await database.execute('empty', sql`truncate types`);
        const count = await database.transaction((tx) => tx.copyIn(TYPES, rows));
        expect(count).toBe(rows.length);
        const queried = await database.rows('read', sql`select * from types`);
        const copied = await collect(database.copyOut('read', COLUMNS, sql`select * from types`));
        expect(copied).toEqual(queried);
        expect(queried).toEqual(
          rows.map(([a, b, c, d, e, f, g, h, i, j, k]) => ({
            ...{ a, b, c: c === 0 ? 0 : c, d, e, f, g: g === null ? null : String(g) },
            h: h === null ? null : formatTimestamp(h),
            ...{ i: JSON.parse(JSON.stringify(i)) as unknown, j, k },
          })),
        );
      }),
      { numRuns: 40 },
    );
  });

  it('reads numerics with fractions, and those that are none, as the server writes them', async () => {
    const query = sql`select n::numeric as n, n as text
                        from unnest(array['0', '0.00', '-1.50', '0.0001', '123456789.000000012', '1e-30', '1e40', 'NaN', 'Infinity', '-Infinity',
                                          '10000', '9999.9999', '-0.00000001000']) n`;
    for await (const { n } of database.copyOut('numerics', { n: 'numeric', text: 'text' }, query)) {
      const [row] = await database.rows<{ n: string }>('same', sql`select ${n}::numeric as n`);
      expect(row?.n).toBe(n);
    }
    const copied = await collect(database.copyOut('numerics', { n: 'numeric' }, query));
    expect(copied).toEqual(await database.rows('numerics', sql`select n from (${query}) q`));
  });

  it('keeps strings that no text column takes as they are', async () => {
    const hostile = ['a\0b', '\ud800', '\udc00x', '\ufffe', '마당'];
    await database.transaction((tx) =>
      tx.copyIn(
        defineTable('public.types', { e: 'text' }),
        hostile.map((e) => [keepText(e)]),
      ),
    );
    const rows = await database.rows<{ e: string }>('read', sql`select e from types`);
    expect(rows.map(({ e }) => readText(e))).toEqual(hostile);
  });
});

describe('copying in', () => {
  const many = function* (count: number): Generator<readonly [number]> {
    for (let id = 0; id < count; id += 1) yield [id];
  };

  it('takes hundreds of thousands of rows that arrive one by one', async () => {
    const arriving = async function* (): AsyncGenerator<readonly [number]> {
      for (const row of many(200_000)) {
        if (row[0] % 50_000 === 0) await new Promise(setImmediate);
        yield row;
      }
    };
    expect(await database.transaction((tx) => tx.copyIn(NUMBERS, arriving()))).toBe(200_000);
    expect(await database.row('count', sql`select count(*) from numbers`)).toEqual({ count: 200_000 });
  });

  it('reads no faster than the server takes', async () => {
    let read = 0;
    const source = function* (): Generator<readonly [number]> {
      for (; ; read += 1) yield [read];
    };
    const blocker = openDatabase({ url: test.url });
    await blocker.transaction(async (holder) => {
      await holder.execute('lock', sql`lock table numbers in access exclusive mode`);
      const stuck = openDatabase({ url: test.url, statementTimeoutMs: 500 });
      await expect(stuck.transaction((tx) => tx.copyIn(NUMBERS, source()))).rejects.toMatchObject({
        code: 'PG_CANCELLED',
      });
      await stuck.close();
    });
    expect(read).toBeLessThan(20_000);
    await blocker.close();
  });

  it('raises what the server rejects, rolls back, and leaves the pool usable', async () => {
    const single = openDatabase({ url: test.url, maxConnections: 1 });
    const twice = [...many(5), [3] as const];
    for (let round = 0; round < 3; round += 1) {
      const work = single.transaction(async (tx) => {
        await tx.execute('before', sql`insert into numbers values (100)`);
        await tx.copyIn(NUMBERS, twice);
      });
      await expect(work).rejects.toMatchObject({
        code: 'PG_UNIQUE_VIOLATION',
        details: { label: 'copy public.numbers' },
      });
      expect(await single.row('count', sql`select count(*) from numbers`)).toEqual({ count: 0 });
    }
    await single.close();
  });

  it('raises a rejection in the middle of a long stream without reading on for ever', async () => {
    let read = 0;
    const endless = function* (): Generator<readonly [number]> {
      for (; ; read += 1) yield [read % 1000];
    };
    await database.execute('no index yet', sql`create table if not exists small (id int check (id < 900))`);
    const work = database.transaction((tx) =>
      tx.copyIn(defineTable('public.small', { id: 'int4' }), endless()),
    );
    await expect(work).rejects.toMatchObject({ code: 'PG_CONSTRAINT_VIOLATION' });
    expect(read).toBeGreaterThan(899);
  });

  it('raises what the source throws, and writes nothing', async () => {
    const mistake = new TypeError('the node sent nonsense');
    const failing = function* (): Generator<readonly [number]> {
      yield* many(100_000);
      throw mistake;
    };
    await expect(database.transaction((tx) => tx.copyIn(NUMBERS, failing()))).rejects.toBe(mistake);
    expect(await database.row('count', sql`select count(*) from numbers`)).toEqual({ count: 0 });
  });

  it('names the row that cannot be written', async () => {
    const work = database.transaction((tx) => tx.copyIn(NUMBERS, [[1], ['two']]));
    await expect(work).rejects.toThrow(/copy public\.numbers: row 2, column id/);
  });

  it('says when the table is not there', async () => {
    const work = database.transaction((tx) =>
      tx.copyIn(defineTable('nowhere.numbers', { id: 'int4' }), [[1]]),
    );
    await expect(work).rejects.toMatchObject({ code: 'PG_NO_SUCH_OBJECT' });
  });

  it('fails when its connection is lost', async () => {
    const dying = async function* (): AsyncGenerator<readonly [number]> {
      yield* many(50_000);
      await database.rows(
        'kill',
        sql`select pg_terminate_backend(pid) from pg_stat_activity where query like 'copy "public"."numbers"%'`,
      );
      yield* many(50_000);
      await new Promise((resolve) => setTimeout(resolve, 100));
      yield* many(50_000);
    };
    await expect(database.transaction((tx) => tx.copyIn(NUMBERS, dying()))).rejects.toMatchObject({
      code: 'PG_CONNECTION_LOST',
    });
  });

  it('refuses rows that were used up by an earlier attempt', async () => {
    const rows = many(3);
    let attempts = 0;
    const work = database.transaction(async (tx) => {
      attempts += 1;
      await tx.copyIn(NUMBERS, rows);
      await tx.rows('conflict', sql`do $$ begin raise sqlstate '40001'; end $$`);
    });
    await expect(work).rejects.toThrow(/read before/);
    expect(attempts).toBe(2);
  });

  it('copies into several tables in one transaction, in the order of the calls', async () => {
    await database.transaction(async (tx) => {
      const copies = [tx.copyIn(NUMBERS, [[1]]), tx.copyIn(TYPES, []), tx.copyIn(NUMBERS, [[2]])];
      expect(await Promise.all(copies)).toEqual([1, 0, 1]);
    });
    expect(await database.row('count', sql`select count(*) from numbers`)).toEqual({ count: 2 });
  });
});

describe('copying out', () => {
  it('writes values into the query as literals of the type that their place wants', async () => {
    const hostile = 'it\'s \\ "quoted" -- $1 마당';
    const query = sql`select ${hostile}::text as t, ${Buffer.from([0, 39, 92])}::bytea as b
                        from generate_series(1, 10) n where n > ${7}::int and n = any(${[8, 9]}) and ${null}::int is null limit ${5}`;
    const rows = await collect(database.copyOut('hostile', { t: 'text', b: 'bytea' }, query));
    expect(rows).toEqual(Array(2).fill({ t: hostile, b: Buffer.from([0, 39, 92]) }));
  });

  it('keeps the order of the query and casts to the types given', async () => {
    const query = sql`select n as ignored, n::text as id from generate_series(1, 100000) n order by n desc`;
    let expected = 100_000;
    for await (const row of database.copyOut('ordered', { id: 'int4' }, query)) {
      if (row['id'] !== expected) expect(row).toEqual({ id: expected });
      expected -= 1;
    }
    expect(expected).toBe(0);
  });

  it('can be left early, and the pool goes on', async () => {
    const single = openDatabase({ url: test.url, maxConnections: 1 });
    for await (const row of single.copyOut(
      'endless',
      { n: 'int8' },
      sql`select generate_series(1, 100000000) as n`,
    )) {
      if (row['n'] === 5) break;
    }
    expect(await single.row('after', sql`select 1 as one`)).toEqual({ one: 1 });
    await single.close();
  });

  it('raises a failure at its beginning and in its midst', async () => {
    const read = (query: ReturnType<typeof sql>): Promise<unknown> =>
      collect(database.copyOut('failing', { n: 'int8' }, query));
    await expect(read(sql`select n from nowhere`)).rejects.toMatchObject({
      code: 'PG_NO_SUCH_OBJECT',
      details: { label: 'failing' },
    });
    await expect(
      read(sql`select 1 / (5000 - n) as n from generate_series(1, 10000) n`),
    ).rejects.toMatchObject({ code: 'PG_BAD_VALUE' });
    expect(await database.row('after', sql`select 1 as one`)).toEqual({ one: 1 });
  });
});
