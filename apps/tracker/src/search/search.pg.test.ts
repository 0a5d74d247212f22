import { ADDRESS, addressToBytes } from '@madang/icon';
import { keepText, sql } from '@madang/pg';
import { aHash, aLog, anAddress, aSealedBlock, aTransaction, hostileText } from '@madang/testkit';
import fc from 'fast-check';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { serveRows, type ServedRows } from '../../test/serve-rows.ts';
import { search } from './search.answer.ts';
import { searchPlace } from './search.place.ts';
import type { FoundItem } from './search.schema.ts';

const [ALICE, BOB] = [anAddress(0xa11ce), anAddress(0xb0b)];
const COIN = anAddress(0xc01, 'cx');
const NAMELESS = anAddress(0xc02, 'cx');
const HUGE = anAddress(0xc03, 'cx');
const HOSTILE = anAddress(0xc04, 'cx');
const HOSTILE_NAME = '<b>x</b>\u202e\0\ud800 100%_\\';
const BLOCK_HASH = `0x${'b'.repeat(64)}`;
const CALL_HASH = `0x${'c'.repeat(64)}`;
let served: ServedRows;

beforeAll(async () => {
  served = await serveRows({ answers: [search], search: searchPlace });
  const transactions = [
    aTransaction({ hash: CALL_HASH, from: ALICE, to: COIN, kind: 'call', method: 'transfer' }),
    aTransaction({ hash: aHash(2), from: BOB, to: ADDRESS.treasury }),
  ];
  const logs = [NAMELESS, HUGE, HOSTILE].map((address) => aLog({ address }));
  const moved = ['Transfer(Address,Address,int,bytes)', ADDRESS.zero, ALICE, '0x5'];
  await served.write([
    aSealedBlock({ height: 1234, hash: BLOCK_HASH, transactions }, [
      { logs: [aLog({ address: COIN, indexed: moved, data: ['0x'] }), ...logs] },
    ]),
  ]);
  await name(COIN, 'Madang Coin 1234', 'MDG');
  await name(HUGE, 'A coin'.concat('a'.repeat(500_000)), null);
  await name(HOSTILE, HOSTILE_NAME, '=1+1');
});
afterAll(() => served.stop());

async function name(address: string, named: string, symbol: string | null): Promise<void> {
  await served.test.database.execute(
    'test.name',
    sql`
      update tracker.contract set name = ${keepText(named)}, symbol = ${symbol}
      where address = ${addressToBytes(address)}`,
  );
}

async function find(q: string): Promise<FoundItem[]> {
  const answer = await served.ask(`/api/tracker/v1/search?${new URLSearchParams({ q }).toString()}`);
  expect(answer.status).toBe(200);
  return ((await answer.json()) as { items: FoundItem[] }).items;
}

const ids = (items: readonly FoundItem[]) => items.map(({ kind, id }) => `${kind} ${id}`);

describe('a search', () => {
  it.each(['1234', '1,234', ' 1.234 '])(
    'finds the block %j before names that have it in them',
    async (text) => {
      const [block, ...others] = await find(text);
      expect(block).toEqual({ kind: 'block', id: '1234', title: '1,234', detail: BLOCK_HASH });
      expect(ids(others)).toEqual(text === '1234' ? [`token ${COIN}`] : []);
    },
  );

  it.each([BLOCK_HASH, BLOCK_HASH.slice(2), BLOCK_HASH.toUpperCase()])(
    'finds a block by %s',
    async (text) => {
      expect(ids(await find(text))).toEqual(['block 1234']);
    },
  );

  it('finds a transaction by its hash, and says what it does', async () => {
    expect(await find(CALL_HASH.slice(2))).toEqual([
      { kind: 'transaction', id: CALL_HASH, title: CALL_HASH, detail: 'transfer' },
    ]);
    expect(await find(aHash(2))).toMatchObject([{ kind: 'transaction', detail: 'transfer' }]);
  });

  it('finds a whole address as everything that it is', async () => {
    expect(ids(await find(ALICE))).toEqual([`address ${ALICE}`]);
    expect(ids(await find(COIN.toUpperCase()))).toEqual(
      ['address', 'contract', 'token'].map((kind) => `${kind} ${COIN}`),
    );
    expect(await find(ADDRESS.treasury)).toMatchObject([{ kind: 'address', detail: 'Treasury' }]);
  });

  it('finds addresses by their beginning as what they are, in their order', async () => {
    expect(ids(await find(COIN.slice(0, 20)))).toEqual([
      `token ${COIN}`,
      ...[NAMELESS, HUGE, HOSTILE].map((address) => `contract ${address}`),
    ]);
    expect(ids(await find('hx000000'))).toContain(`address ${BOB}`);
    expect(await find('hxffffff')).toEqual([]);
  });

  it('finds names and symbols by a part of them, in capitals or not: whole ones, then beginnings, then the rest', async () => {
    expect(await find('mdg')).toEqual([
      { kind: 'token', id: COIN, title: 'Madang Coin 1234 (MDG)', detail: COIN },
    ]);
    expect(ids(await find('a coin'))).toEqual([`contract ${HUGE}`]);
    expect(ids(await find('COIN'))).toEqual([`token ${COIN}`, `contract ${HUGE}`]);
    await name(NAMELESS, 'coin', null);
    expect(ids(await find('COIN'))[0]).toBe(`contract ${NAMELESS}`);
    await name(NAMELESS, 'coinage', null);
    expect(ids(await find('COIN'))[0]).toBe(`contract ${NAMELESS}`);
  });

  it('takes signs of patterns for themselves, and gives a name back as it is', async () => {
    for (const text of ['100%', '%_\\', '\u202e', '\0', '<b>', '=1+1'])
      expect(ids(await find(text)), text).toEqual([`contract ${HOSTILE}`]);
    expect((await find('=1+1'))[0]!.title).toBe(HOSTILE_NAME);
    expect(await find('100_')).toEqual([]);
  });

  it('gives no more of a long name than people read', async () => {
    const [found] = await find('a coin');
    expect(found!.title.length).toBeLessThan(250);
  });

  it('answers whatever somebody writes', async () => {
    await fc.assert(
      fc.asyncProperty(
        hostileText().filter((text) => text.trim() !== '' && text.length <= 200 && text.isWellFormed()),
        async (text) => {
          expect((await find(text)).length).toBeLessThanOrEqual(20);
        },
      ),
      { numRuns: 60 },
    );
  });

  it.each([
    ['', /q is missing/],
    ['?q=', /q is missing/],
    ['?q=%20%0a', /must not be blank/],
    [`?q=${'x'.repeat(201)}`, /at most 200 characters/],
    ['?q=a&q=b', /once only/],
    ['?q=a&limit=2', /limit is unknown/],
  ])('%j is refused', async (query, message) => {
    for (const path of ['/api/tracker/v1/search', '/tracker/search']) {
      const answer = await served.ask(path + query);
      expect(answer.status).toBe(400);
      expect(await answer.text()).toMatch(message);
    }
  });
});
