import { createRegistry } from '@madang/telemetry';
import { createTestDatabase, type TestDatabase } from '@madang/testkit';
import fc from 'fast-check';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { openDatabase, sql, type Database } from './index.ts';

let test: TestDatabase;
let database: Database;

beforeAll(async () => {
  test = await createTestDatabase();
  database = test.database;
});
afterAll(() => test.drop());

const codeOf = (code: string): unknown => expect.objectContaining({ code });

describe('reading', () => {
  it('loses no digits and depends on no time zone', async () => {
    const row = await database.row(
      'types',
      sql`select 9007199254740991::int8 as i, 1.50::numeric as n, 'NaN'::numeric as nan,
                 '2026-11-24 16:02:11.5+09'::timestamptz as t, '2026-11-24'::date as d, '2026-11-24 01:02:03'::timestamp as l,
                 '1 day 2 hours'::interval as v, '\\x00ff'::bytea as b, true as y, 1.5::float8 as f, '{"a":[1]}'::jsonb as j,
                 '{1,null,{2}}'::text as raw, array[1,null]::int8[] as ia, array[1.10]::numeric[] as na,
                 array['\\x01'::bytea] as ba, array[['a','b'],['c',null]] as ta, array['2026-01-01Z'::timestamptz] as tt`,
    );
    expect(row).toEqual({
      i: 9007199254740991,
      n: '1.50',
      nan: 'NaN',
      t: '2026-11-24T07:02:11.500000Z',
      d: '2026-11-24',
      l: '2026-11-24 01:02:03',
      v: 'P1DT2H',
      b: Buffer.from([0, 255]),
      y: true,
      f: 1.5,
      j: { a: [1] },
      raw: '{1,null,{2}}',
      ia: [1, null],
      na: ['1.10'],
      ba: [Buffer.from([1])],
      ta: [
        ['a', 'b'],
        ['c', null],
      ],
      tt: ['2026-01-01T00:00:00.000000Z'],
    });
  });

  it('refuses an int8 beyond 2^53 instead of rounding it, and goes on', async () => {
    await expect(database.rows('big', sql`select 9007199254740993::int8`)).rejects.toThrow(/beyond 2\^53/);
    expect(await database.row('fine', sql`select 1 as one`)).toEqual({ one: 1 });
  });
});

describe('parameters', () => {
  it('arrive as they were given', async () => {
    const value = fc.record({
      text: fc.string({ unit: 'grapheme' }).filter((text) => !text.includes('\0')),
      big: fc.bigInt({ min: -(10n ** 60n), max: 10n ** 60n }),
      whole: fc.maxSafeInteger(),
      bytes: fc.uint8Array().map((array) => Buffer.from(array)),
      texts: fc.array(fc.option(fc.string().filter((text) => !text.includes('\0')))),
      bigs: fc.array(fc.bigInt({ min: 0n, max: 10n ** 40n })),
      blobs: fc.array(fc.uint8Array().map((array) => Buffer.from(array))),
    });
    await fc.assert(
      fc.asyncProperty(value, async ({ text, big, whole, bytes, texts, bigs, blobs }) => {
        const row = await database.row(
          'echo',
          sql`select ${text}::text as text, ${big}::numeric as big, ${whole}::int8 as whole, ${bytes}::bytea as bytes,
                     ${texts}::text[] as texts, ${bigs}::numeric[] as bigs, ${blobs}::bytea[] as blobs`,
        );
        expect(row).toEqual({ text, big: String(big), whole, bytes, texts, bigs: bigs.map(String), blobs });
      }),
      { numRuns: 60 },
    );
  });

  it('of ill-formed text are refused before anything is sent', async () => {
    await expect(database.rows('nul', sql`select ${'a\0'}::text`)).rejects.toEqual(codeOf('PG_BAD_VALUE'));
    await expect(database.rows('half', sql`select ${['\ud800']}::text[]`)).rejects.toEqual(
      codeOf('PG_BAD_VALUE'),
    );
  });
});

describe('a statement', () => {
  it('is prepared once for each connection under a name that begins with its label', async () => {
    const single = openDatabase({ url: test.url, maxConnections: 1 });
    for (const value of [1, 2, 3]) await single.row('find the answer', sql`select ${value}::int as value`);
    const prepared = await single.rows<{ name: string }>(
      'prepared',
      sql`select name from pg_prepared_statements where name like 'find_the_answer:%'`,
    );
    expect(prepared).toHaveLength(1);
    await single.close();
  });

  it('says how many rows it changed', async () => {
    await database.execute('create', sql`create table counted (id int)`);
    expect(await database.execute('fill', sql`insert into counted select generate_series(1, 5)`)).toBe(5);
    expect(await database.execute('empty', sql`delete from counted where id > ${3}`)).toBe(2);
  });

  it('works again after its table has changed, on every connection', async () => {
    await database.execute('create', sql`create table changing (a int)`);
    const read = (): Promise<unknown[]> => database.rows('read changing', sql`select * from changing`);
    await Promise.all([read(), read(), read()]);
    await database.execute('alter', sql`alter table changing add b int`);
    await database.execute('fill', sql`insert into changing values (1, 2)`);
    const all = await Promise.all([read(), read(), read()]);
    expect(all).toEqual(Array(3).fill([{ a: 1, b: 2 }]));
  });

  it('may be stopped by a time limit', async () => {
    const limited = openDatabase({ url: test.url, statementTimeoutMs: 50 });
    await expect(limited.row('sleep', sql`select pg_sleep(10)`)).rejects.toEqual(codeOf('PG_CANCELLED'));
    await limited.close();
  });
});

describe('the pool', () => {
  it('never has more connections than allowed', async () => {
    const small = openDatabase({ url: test.url, maxConnections: 3, applicationName: 'small pool' });
    const counts = await Promise.all(
      Array.from({ length: 20 }, () =>
        small.row<{ count: number }>(
          'count',
          sql`select (select count(*) from pg_stat_activity where application_name = 'small pool') as count, pg_sleep(0.005)`,
        ),
      ),
    );
    expect(Math.max(...counts.map((row) => row?.count ?? 0))).toBe(3);
    await small.close();
  });

  it('says that it is busy when the wait is too long, and recovers', async () => {
    const small = openDatabase({ url: test.url, maxConnections: 1, acquireTimeoutMs: 50 });
    const slow = small.row('sleep', sql`select pg_sleep(0.3)`);
    await expect(small.row('wait', sql`select 1`)).rejects.toEqual(codeOf('PG_POOL_BUSY'));
    await slow;
    expect(await small.row('again', sql`select 1 as one`)).toEqual({ one: 1 });
    await small.close();
  });

  it('survives the loss of its connections', async () => {
    const victim = openDatabase({ url: test.url, applicationName: 'victim' });
    const broken = expect(victim.row('sleep', sql`select pg_sleep(10)`)).rejects.toEqual(
      codeOf('PG_CONNECTION_LOST'),
    );
    await expect
      .poll(() => database.rows('asleep', sql`select from pg_stat_activity where wait_event = 'PgSleep'`))
      .toHaveLength(1);
    await killConnections('victim');
    await broken;
    expect(await victim.row('again', sql`select 1 as one`)).toEqual({ one: 1 });
    await killConnections('victim');
    await expect
      .poll(() => victim.row('idle one was lost', sql`select 1 as one`).catch(() => undefined))
      .toEqual({ one: 1 });
    await victim.close();
  });

  it('takes no more work once closed, and closing twice is fine', async () => {
    const brief = openDatabase({ url: test.url });
    await brief.row('one', sql`select 1`);
    await brief.close();
    await brief.close();
    await expect(brief.row('two', sql`select 1`)).rejects.toEqual(codeOf('PG_CLOSED'));
  });

  it('measures statements by label and shows its connections', async () => {
    const registry = createRegistry();
    const [one, two] = [openDatabase({ url: test.url, registry }), openDatabase({ url: test.url, registry })];
    await one.row('measured', sql`select 1`);
    await two.row('measured', sql`select 1`);
    await two.row('failing', sql`select 1 / 0`).catch(() => undefined);
    const text = await registry.metrics();
    expect(text).toContain('madang_pg_query_seconds_count{label="measured"} 2');
    expect(text).toContain('madang_pg_query_seconds_count{label="failing"} 1');
    expect(text).toContain('madang_pg_connections{state="idle"} 2');
    await Promise.all([one.close(), two.close()]);
    registry.clear();
  });
});

async function killConnections(applicationName: string): Promise<number> {
  const killed = await database.rows(
    'kill',
    sql`select pg_terminate_backend(pid) from pg_stat_activity where application_name = ${applicationName}`,
  );
  return killed.length;
}
