import { addressToBytes, hashToBytes } from '@madang/icon';
import { keepText, sql } from '@madang/pg';
import { aHash, anAddress, type TestDatabase } from '@madang/testkit';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { createTrackerRows } from '../../test/tracker-rows.ts';
import { findContract, listContracts, type ContractKey } from './contract.queries.ts';
import type { ContractQuery } from './contract.schema.ts';

const HOSTILE = '<b>x</b>\u202e\0\ud800';
const at = (n: number): string => anAddress(n, 'cx');
let test: TestDatabase;

beforeAll(async () => {
  ({ test } = await createTrackerRows());
  await fill();
});
afterAll(() => test.drop());

/** Addresses of all that fit, read piece by piece. */
async function walk(filter: ContractQuery, limit: number): Promise<string[]> {
  const seen: string[] = [];
  for (let before: ContractKey | null = null; ;) {
    const piece = await listContracts(test.database, filter, before, limit);
    seen.push(...piece.map(({ address }) => address));
    const last = piece.at(-1);
    if (last === undefined) return seen;
    before = [last.firstHeight, last.address];
  }
}

describe('the list of contracts', () => {
  it('has each exactly once, newest first, and by address where several came at once', async () => {
    const newestFirst = [9, 8, 7, 6, 5, 4, 3, 2, 1].map(at);
    for (const limit of [1, 2, 3, 100]) expect(await walk({}, limit)).toEqual(newestFirst);
  });

  it.each<[ContractQuery, number[]]>([
    [{ status: 'blocked' }, [3]],
    [{ language: 'java' }, [4]],
    [{ status: 'active', language: 'python' }, [9, 8, 7, 1]],
    [{ q: 'coin' }, [2, 1]],
    [{ q: '코' }, [2]],
    [{ q: 'MDG' }, [1]],
    [{ q: '%' }, [5]],
    [{ q: '_' }, [5]],
    [{ q: '\\' }, [5]],
    [{ q: '\0' }, [6]],
    [{ q: 'CX00' }, [9, 8, 7, 6, 5, 4, 3, 2, 1]],
    [{ q: at(7) }, [7]],
    [{ q: '7777' }, []],
    [{ q: "' or true --" }, []],
  ])('is filtered by %j', async (filter, found) => {
    expect(await walk(filter, 2)).toEqual(found.map(at));
  });
});

describe('a contract', () => {
  it('is told with its versions, its API and its token', async () => {
    const common = { language: 'python', height: 10 };
    expect(await findContract(test.database, at(1))).toEqual({
      address: at(1),
      name: 'Madang Coin',
      symbol: 'MDG',
      language: 'python',
      owner: anAddress(90),
      status: 'active',
      firstHeight: 10,
      versions: [
        { ...common, deployHash: aHash(11), auditHash: aHash(12), codeHash: aHash(13), status: 'retired' },
        { ...common, deployHash: aHash(1), auditHash: null, codeHash: null, status: 'pending' },
      ],
      api: [{ type: 'function', name: 'f' }, null, 7],
      token: 'irc2',
    });
  });

  it('keeps what a stranger named it', async () => {
    expect(await findContract(test.database, at(6))).toMatchObject({
      name: HOSTILE,
      owner: null,
      versions: [],
      api: null,
      token: null,
    });
  });

  it('that is not there is null', async () => {
    expect(await findContract(test.database, at(77))).toBeNull();
    expect(await findContract(test.database, anAddress(1))).toBeNull();
  });
});

/** Nine contracts, the last three at one height. */
async function fill(): Promise<void> {
  const api = '[{"type":"function","name":"f"},null,7]';
  await contract(1, { name: 'Madang Coin', symbol: 'MDG', owner: anAddress(90), api });
  await contract(2, { name: '코인 coin', status: 'pending' });
  await contract(3, { status: 'blocked' });
  await contract(4, { language: 'java' });
  await contract(5, { language: 'system', name: '100% a_b \\' });
  await contract(6, { name: HOSTILE, language: null, status: 'unknown' });
  for (const n of [8, 7, 9]) await contract(n, { height: 70 });
  const address = addressToBytes(at(1));
  await test.database.execute(
    'test.versions',
    sql`
      insert into tracker.contract_version
        (address, deploy_hash, position, height, language, status, audit_hash, code_hash)
      values
        (${address}, ${hashToBytes(aHash(1))}, 1, 10, 'python', 'pending', null, null),
        (${address}, ${hashToBytes(aHash(11))}, 0, 10, 'python', 'retired',
          ${hashToBytes(aHash(12))}, ${hashToBytes(aHash(13))})`,
  );
  await test.database.execute(
    'test.token',
    sql`
      insert into tracker.token (address, standard, total_supply, holders, transfers, first_height)
      values (${address}, 'irc2', 0, 0, 1, 10)`,
  );
}

interface ContractRow {
  readonly name?: string;
  readonly symbol?: string;
  readonly owner?: string;
  readonly language?: string | null;
  readonly status?: string;
  readonly height?: number;
  readonly api?: string;
}

async function contract(n: number, row: ContractRow): Promise<void> {
  const { name, symbol = null, owner, api = null } = row;
  const { language = 'python', status = 'active', height = n * 10 } = row;
  await test.database.execute(
    'test.contract',
    sql`
      insert into tracker.contract
        (address, language, owner, status, blocked, disabled, first_height, name, symbol, api)
      values (${addressToBytes(at(n))}, ${language}, ${owner === undefined ? null : addressToBytes(owner)}, ${status},
        false, false, ${height}, ${name === undefined ? null : keepText(name)}, ${symbol}, ${api})`,
  );
}
