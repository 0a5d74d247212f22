import { ADDRESS, addressToBytes, type EventLog, type Transaction } from '@madang/icon';
import { keepText, sql } from '@madang/pg';
import { aHash, aLog, anAddress, aSealedBlock, aTransaction } from '@madang/testkit';
import fc from 'fast-check';
import { afterAll, beforeAll, beforeEach, describe, expect, it } from 'vitest';
import { serveRows, type ServedRows } from '../../test/serve-rows.ts';
import {
  addressInternalTransfers,
  addressLogs,
  addressTokenTransfers,
  addressTransactions,
} from './address-lists.answer.ts';
import { addressWithTransactions, oneAddress } from './address.answer.ts';
import { tokensHeldBy } from './address.queries.ts';
import type { AddressDetail } from './address.schema.ts';

const API = '/api/tracker/v1/addresses';
const [ALICE, BOB, CAROL] = [anAddress(11), anAddress(12), anAddress(13)] as const;
const COIN = anAddress(50, 'cx');
const BANK = anAddress(51, 'cx');
let served: ServedRows;

beforeAll(async () => {
  served = await serveRows({
    answers: [
      oneAddress,
      addressWithTransactions,
      addressTransactions,
      addressTokenTransfers,
      addressInternalTransfers,
      addressLogs,
    ],
  });
});
afterAll(() => served.stop());
beforeEach(() => served.reset());

let hashes = 0;
const sent = (from: string | null, to: string | null): Transaction =>
  aTransaction({ hash: aHash(++hashes), from, to });

const hex = (value: number): string => `0x${value.toString(16)}`;
const coin = (from: string, to: string, value: number, token = COIN): EventLog =>
  aLog({
    address: token,
    indexed: ['Transfer(Address,Address,int,bytes)', from, to, hex(value)],
    data: ['0x'],
  });
const icx = (to: string): EventLog =>
  aLog({ address: BANK, indexed: ['ICXTransfer(Address,Address,int)', BANK, to, '0x7'] });

async function json<T>(path: string): Promise<T> {
  const answer = await served.ask(API + path);
  expect(answer.status).toBe(200);
  return (await answer.json()) as T;
}

interface Piece {
  readonly items: readonly Readonly<Record<string, unknown>>[];
  readonly next: string | null;
}

async function walk(path: string, limit: number): Promise<Piece['items'][number][]> {
  const seen: Piece['items'][number][] = [];
  for (let cursor = ''; ;) {
    const { items, next } = await json<Piece>(`${path}?limit=${limit}&cursor=${cursor}`);
    seen.push(...items);
    if (next === null) return seen;
    cursor = next;
  }
}

describe('an address', () => {
  it('is told with its counters, each transaction and transfer once, also from itself to itself', async () => {
    await served.write([
      aSealedBlock({ height: 5, transactions: [sent(ALICE, BOB), sent(ALICE, ALICE), sent(CAROL, ALICE)] }, [
        { logs: [coin(ADDRESS.zero, ALICE, 9), coin(ALICE, ALICE, 3)] },
        { logs: [icx(ALICE)] },
      ]),
      aSealedBlock({ height: 7, transactions: [sent(BOB, ALICE)] }, [{ logs: [coin(ALICE, BOB, 4)] }]),
    ]);
    expect(await json(`/${ALICE}`)).toEqual({
      address: ALICE,
      kind: 'account',
      label: null,
      token: null,
      firstHeight: 5,
      lastHeight: 7,
      transactionCount: 4,
      sentCount: 2,
      receivedCount: 3,
      tokenTransferCount: 3,
      internalTransferCount: 1,
      logCount: 0,
      balance: null,
      tokens: [{ token: COIN, standard: 'irc2', symbol: null, decimals: null, balance: '5' }],
      tokenCount: 1,
    });
    expect(await json(`/${BANK}`)).toMatchObject({
      kind: 'contract',
      token: null,
      internalTransferCount: 1,
      logCount: 1,
    });
    expect(await json(`/${COIN}`)).toMatchObject({
      kind: 'contract',
      token: 'irc2',
      logCount: 3,
      tokens: [],
    });
  });

  it('has the name that every chain gives it, else the one that it gives itself', async () => {
    await served.write([
      aSealedBlock({ transactions: [sent(ALICE, ADDRESS.treasury)] }, [
        { logs: [coin(ADDRESS.zero, ALICE, 1), aLog({ address: ADDRESS.system })] },
      ]),
    ]);
    const hostile = 'Treasury\0\u202e';
    await served.test.database.execute(
      'test.name',
      sql`
        update tracker.contract set name = ${keepText(hostile)}
        where address in (${addressToBytes(COIN)}, ${addressToBytes(ADDRESS.system)})`,
    );
    const labels = await Promise.all(
      [ADDRESS.treasury, ADDRESS.zero, ADDRESS.system, COIN].map(
        async (address) => (await json<AddressDetail>(`/${address}`)).label,
      ),
    );
    expect(labels).toEqual(['Treasury', 'Zero address', 'System contract', hostile]);
  });

  it('holds tokens, those that moved most first, at most so many, and says how many in all', async () => {
    const tokens = [1, 2, 3].map((n) => anAddress(n, 'cx'));
    const logs = tokens.flatMap((token, index) =>
      Array.from({ length: index + 1 }, () => coin(ADDRESS.zero, ALICE, 1, token)),
    );
    await served.write([aSealedBlock({ transactions: [sent(ALICE, BOB)] }, [{ logs }])]);
    const held = await tokensHeldBy(served.test.database, ALICE, 2);
    expect(held.tokens.map(({ token, balance }) => [token, balance])).toEqual([
      [tokens[2], '3'],
      [tokens[1], '2'],
    ]);
    expect(held.tokenCount).toBe(3);
    expect(await tokensHeldBy(served.test.database, BOB, 2)).toEqual({ tokens: [], tokenCount: 0 });
  });

  it('comes with its newest transactions', async () => {
    const transactions = Array.from({ length: 30 }, () => sent(BOB, ALICE));
    await served.write([aSealedBlock({ transactions })]);
    const overview = await json<{ address: AddressDetail; transactions: { index: number }[] }>(
      `/${ALICE}/overview`,
    );
    expect(overview.address.transactionCount).toBe(30);
    expect(overview.transactions.map(({ index }) => index)).toEqual(
      Array.from({ length: 25 }, (_, i) => 29 - i),
    );
  });
});

describe('the transactions of an address', () => {
  it('are walked with each exactly once, newest first, however they are cut into pieces', async () => {
    const party = fc.constantFrom(ALICE, BOB, null);
    const blocks = fc.array(fc.array(fc.tuple(party, party), { maxLength: 4 }), {
      minLength: 1,
      maxLength: 5,
    });
    await fc.assert(
      fc.asyncProperty(blocks, fc.integer({ min: 1, max: 4 }), async (chain, limit) => {
        await served.reset();
        const sealed = chain.map((parties, at) =>
          aSealedBlock({
            height: at,
            transactions: [sent(CAROL, ALICE), ...parties.map(([from, to]) => sent(from, to))],
          }),
        );
        await served.write(sealed);
        const expected = sealed
          .flatMap(({ block }) => block.transactions)
          .filter(({ from, to }) => from === ALICE || to === ALICE)
          .map(({ hash }) => hash)
          .reverse();
        const seen = await walk(`/${ALICE}/transactions`, limit);
        expect(seen.map(({ hash }) => hash)).toEqual(expected);
        expect((await json<AddressDetail>(`/${ALICE}`)).transactionCount).toBe(expected.length);
      }),
      { numRuns: 25 },
    );
  });

  it('stay where they are while newer ones come', async () => {
    await served.write([1, 2].map((height) => aSealedBlock({ height, transactions: [sent(ALICE, BOB)] })));
    const first = await json<Piece>(`/${ALICE}/transactions?limit=1`);
    await served.write([aSealedBlock({ height: 3, transactions: [sent(BOB, ALICE)] })]);
    const second = await json<Piece>(`/${ALICE}/transactions?limit=1&cursor=${first.next!}`);
    expect([...first.items, ...second.items].map(({ height }) => height)).toEqual([2, 1]);
    expect(second.next).toBeNull();
  });
});

describe('the other lists of an address', () => {
  beforeEach(() =>
    served.write(
      [1, 2, 3].map((height) =>
        aSealedBlock({ height, transactions: [sent(BOB, CAROL)] }, [
          { logs: [coin(ALICE, ALICE, 1), coin(BOB, ALICE, 1), icx(ALICE), coin(BOB, CAROL, 1)] },
        ]),
      ),
    ),
  );

  it.each([
    ['token-transfers', ALICE, 6, 'tokenTransferCount'],
    ['internal-transfers', ALICE, 3, 'internalTransferCount'],
    ['internal-transfers', BANK, 3, 'internalTransferCount'],
    ['logs', COIN, 9, 'logCount'],
    ['logs', ALICE, 0, 'logCount'],
  ] as const)(
    '%s of %s: as many as are counted, newest first, each once',
    async (path, address, count, counter) => {
      const seen = await walk(`/${address}/${path}`, 2);
      expect(new Set(seen.map((item) => JSON.stringify(item))).size).toBe(count);
      expect(seen).toHaveLength(count);
      const heights = seen.map(({ height }) => Number(height));
      expect(heights).toEqual(heights.toSorted((a, b) => b - a));
      expect((await json<AddressDetail>(`/${address}`))[counter]).toBe(count);
    },
  );

  it('come whole as CSV and JSON Lines', async () => {
    const csv = await (await served.ask(`${API}/${ALICE}/token-transfers?format=csv`)).text();
    expect(csv.trimEnd().split('\r\n')).toHaveLength(7);
    const lines = await (await served.ask(`${API}/${COIN}/logs?format=jsonl`)).text();
    expect(lines.trimEnd().split('\n')).toHaveLength(9);
  });
});

describe('an address that is not there', () => {
  const PATHS = ['', '/overview', '/transactions', '/token-transfers', '/internal-transfers', '/logs'];

  it.each(PATHS)('%s: is not found, and the asker is told that the address is a proper one', async (path) => {
    const answer = await served.ask(`${API}/${anAddress(0xdead)}${path}`);
    const { error } = (await answer.json()) as { error: { code: string; message: string } };
    expect(answer.status).toBe(404);
    expect(error.code).toBe('TRACKER_ADDRESS_NOT_FOUND');
    expect(error.message).toMatch(/dead is a proper address.*\/status/);
  });

  it.each([
    'hx12',
    'cx',
    `HX${'0'.repeat(40)}`,
    `0x${'0'.repeat(40)}`,
    `hx${'0'.repeat(41)}`,
    '%00',
    "'--",
    '..%2f',
  ])('%s: is no address', async (address) => {
    for (const path of PATHS) {
      const answer = await served.ask(`${API}/${address}${path}`);
      expect(answer.status).toBe(400);
      expect(await answer.text()).toContain('must be hx or cx and 40 lower-case');
    }
  });
});

describe('a cursor', () => {
  it('that somebody made up is refused', async () => {
    await served.write([aSealedBlock({ height: 1, transactions: [sent(ALICE, BOB), sent(ALICE, BOB)] })]);
    const { next } = await json<Piece>(`/${ALICE}/transactions?limit=1`);
    const [scope] = JSON.parse(Buffer.from(next!, 'base64url').toString()) as [string];
    const made = (...key: unknown[]) => Buffer.from(JSON.stringify([scope, ...key])).toString('base64url');
    for (const cursor of [made(1), made('x', 1), made(1, 'NaN'), made(1, 1e15), `${next!}x`]) {
      const answer = await served.ask(`${API}/${ALICE}/transactions?cursor=${cursor}`);
      expect([answer.status, await answer.text()]).toEqual([
        400,
        expect.stringContaining('LIST_CURSOR_INVALID'),
      ]);
    }
  });
});
