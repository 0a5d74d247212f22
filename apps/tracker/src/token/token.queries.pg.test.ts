import { addressToBytes } from '@madang/icon';
import { keepText, pgErrors, sql } from '@madang/pg';
import { anAddress, type TestDatabase } from '@madang/testkit';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { createTrackerRows } from '../../test/tracker-rows.ts';
import { holderKey, listHolders, listOwners, type HolderKey, type OwnerKey } from './holder.queries.ts';
import { loadOwnedToken, loadToken } from './load-token.ts';
import { listTokens, type TokenKey } from './token.queries.ts';
import type { Holder, TokenQuery } from './token.schema.ts';

const BEYOND = (2n ** 300n).toString();
const token = (n: number): string => anAddress(n, 'cx');
let test: TestDatabase;

beforeAll(async () => {
  ({ test } = await createTrackerRows());
  await fill();
});
afterAll(() => test.drop());

async function walk(filter: TokenQuery, limit: number): Promise<string[]> {
  const seen: string[] = [];
  for (let before: TokenKey | null = null; ;) {
    const piece = await listTokens(test.database, filter, before, limit);
    seen.push(...piece.map(({ address }) => address));
    const last = piece.at(-1);
    if (last === undefined) return seen;
    before = [last.firstHeight, last.address];
  }
}

async function holdersOf(n: number, limit: number): Promise<Holder[]> {
  const found = await loadToken(test.database, token(n));
  const seen: Holder[] = [];
  for (let after: HolderKey | null = null; ;) {
    const piece = await listHolders(test.database, found, after, limit);
    seen.push(...piece);
    const last = piece.at(-1);
    if (last === undefined) return seen;
    after = holderKey(last);
  }
}

describe('the list of tokens', () => {
  it('has each exactly once, newest first', async () => {
    for (const limit of [1, 2, 100]) expect(await walk({}, limit)).toEqual([4, 3, 2, 1].map(token));
  });

  it.each<[TokenQuery, number[]]>([
    [{ standard: 'irc3' }, [2]],
    [{ q: 'madang' }, [1]],
    [{ q: 'mdg' }, [1]],
    [{ q: '%' }, []],
    [{ q: token(4) }, [4]],
    [{ q: 'cx', standard: 'irc2' }, [4, 1]],
  ])('is filtered by %j', async (filter, found) => {
    expect(await walk(filter, 1)).toEqual(found.map(token));
  });
});

describe('a token', () => {
  it('is told with what its contract says of itself', async () => {
    expect(await loadToken(test.database, token(1))).toEqual({
      address: token(1),
      standard: 'irc2',
      name: 'Madang\0Coin',
      symbol: 'MDG',
      decimals: 18,
      totalSupply: '100',
      holders: 3,
      transfers: 9,
      firstHeight: 5,
    });
  });

  it('may be one whose contract is not known, or not be there', async () => {
    expect(await loadToken(test.database, token(4))).toMatchObject({
      name: null,
      symbol: null,
      decimals: null,
    });
    await expect(loadToken(test.database, token(77))).rejects.toMatchObject({
      code: 'TRACKER_TOKEN_NOT_FOUND',
    });
  });
});

describe('the holders of a token', () => {
  it('are there exactly once, the largest first, each with its share, and without those who have nothing', async () => {
    const common = { tokenId: null, symbol: 'MDG', decimals: 18 };
    for (const limit of [1, 2, 100])
      expect(await holdersOf(1, limit)).toEqual([
        { ...common, address: anAddress(12), balance: '60', share: 0.6 },
        { ...common, address: anAddress(13), balance: '20', share: 0.2 },
        { ...common, address: anAddress(11), balance: '20', share: 0.2 },
      ]);
  });

  it('of IRC31 are told for each id', async () => {
    for (const limit of [1, 100])
      expect(
        (await holdersOf(3, limit)).map(({ address, tokenId, balance, share }) => [
          address,
          tokenId,
          balance,
          share,
        ]),
      ).toEqual([
        [anAddress(11), BEYOND, '50', 0.5],
        [anAddress(12), '2', '25', 0.25],
        [anAddress(11), '2', '25', 0.25],
        [anAddress(12), '0', '25', 0.25],
      ]);
  });

  it('have no share of a supply that is less than they say', async () => {
    expect(await holdersOf(4, 10)).toMatchObject([{ balance: BEYOND, share: null }]);
  });

  it('refuse a key of another standard', async () => {
    const found = await loadToken(test.database, token(3));
    const listed = listHolders(test.database, found, ['1', anAddress(1), ''], 1);
    await expect(listed).rejects.toMatchObject({ code: pgErrors.badValue.code });
  });
});

describe('the owners of a token', () => {
  it('are there by id, whatever its length, without former owners', async () => {
    const owners: string[] = [];
    for (let after: OwnerKey | null = null; ;) {
      const [found] = await listOwners(test.database, token(2), after, 1);
      if (found === undefined) break;
      owners.push(`${found.tokenId} ${found.owner}`);
      after = [found.tokenId, found.owner];
    }
    expect(owners).toEqual([
      `-1 ${anAddress(13)}`,
      `2 ${anAddress(11)}`,
      `2 ${anAddress(12)}`,
      `10 ${anAddress(11)}`,
      `${BEYOND} ${anAddress(12)}`,
    ]);
  });

  it('are none for another standard', async () => {
    expect((await loadOwnedToken(test.database, token(2))).standard).toBe('irc3');
    await expect(loadOwnedToken(test.database, token(1))).rejects.toMatchObject({
      code: 'TRACKER_TOKEN_WITHOUT_OWNERS',
      status: 404,
    });
  });
});

async function fill(): Promise<void> {
  await addToken(1, 'irc2', 100, 5);
  await addToken(2, 'irc3', 5, 6);
  await addToken(3, 'irc31', 100, 7);
  await addToken(4, 'irc2', 1, 7);
  await test.database.execute(
    'test.contract',
    sql`
      insert into tracker.contract (address, status, blocked, disabled, first_height, name, symbol, decimals)
      values (${addressToBytes(token(1))}, 'active', false, false, 1, ${keepText('Madang\0Coin')}, 'MDG', 18)`,
  );
  for (const [n, balance] of [
    [11, 20],
    [12, 60],
    [13, 20],
    [14, 0],
    [15, -5],
  ] as const)
    await hold(1, n, balance);
  await hold(4, 11, BEYOND);
  for (const [n, id, balance] of [
    [11, BEYOND, 50],
    [11, 2, 25],
    [12, 2, 25],
    [12, 0, 25],
    [13, 0, -25],
  ] as const)
    await holdItem(3, n, id, balance);
  for (const [n, id, balance] of [
    [13, -1, 1],
    [11, 10, 1],
    [11, 2, 1],
    [12, 2, 1],
    [13, 2, -1],
    [12, BEYOND, 1],
  ] as const)
    await holdItem(2, n, id, balance);
}

async function addToken(n: number, standard: string, supply: number, firstHeight: number): Promise<void> {
  await test.database.execute(
    'test.token',
    sql`
      insert into tracker.token (address, standard, total_supply, holders, transfers, first_height)
      values (${addressToBytes(token(n))}, ${standard}, ${supply}, 3, 9, ${firstHeight})`,
  );
}

async function hold(n: number, holder: number, balance: number | string): Promise<void> {
  await test.database.execute(
    'test.holding',
    sql`
      insert into tracker.holding (token, holder, balance)
      values (${addressToBytes(token(n))}, ${addressToBytes(anAddress(holder))}, ${balance})`,
  );
}

async function holdItem(n: number, holder: number, id: number | string, balance: number): Promise<void> {
  await test.database.execute(
    'test.item',
    sql`
      insert into tracker.item (token, token_id, holder, balance)
      values (${addressToBytes(token(n))}, ${id}, ${addressToBytes(anAddress(holder))}, ${balance})`,
  );
}
