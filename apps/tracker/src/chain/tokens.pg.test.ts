import { ADDRESS, addressFromBytes, addressToBytes, type EventLog } from '@madang/icon';
import { sql } from '@madang/pg';
import { aHash, aLog, anAddress, aSealedBlock, aTransaction, hostileText } from '@madang/testkit';
import fc from 'fast-check';
import { afterAll, beforeAll, beforeEach, describe, expect, it } from 'vitest';
import { createTrackerRows, type TrackerRows } from '../../test/tracker-rows.ts';
import { listLogs } from '../log/log.queries.ts';
import { readStats } from '../status/stats.queries.ts';
import { listInternalTransfers } from '../transfer/internal-transfer.queries.ts';
import { listTokenTransfers } from '../transfer/token-transfer.queries.ts';

const TOKEN = anAddress(50, 'cx');
const [ALICE, BOB, CAROL] = [anAddress(11), anAddress(12), anAddress(13)] as const;
let rows: TrackerRows;

beforeAll(async () => {
  rows = await createTrackerRows();
});
afterAll(() => rows.test.drop());
beforeEach(() => rows.reset());

let hashes = 0;
/** A block with one transaction that wrote these logs. */
const blockWith = (height: number, logs: readonly EventLog[]) =>
  aSealedBlock({ height, transactions: [aTransaction({ hash: aHash(++hashes) })] }, [{ logs }]);

const transfer = (from: string, to: string, value: bigint, token = TOKEN): EventLog =>
  aLog({
    address: token,
    indexed: ['Transfer(Address,Address,int,bytes)', from, to, hex(value)],
    data: ['0x'],
  });

const single = (from: string, to: string, id: bigint, value: bigint): EventLog =>
  aLog({
    address: TOKEN,
    indexed: ['TransferSingle(Address,Address,Address,int,int)', CAROL, from, to],
    data: [hex(id), hex(value)],
  });

const hex = (value: bigint): string =>
  value < 0n ? `-0x${(-value).toString(16)}` : `0x${value.toString(16)}`;

async function holdings(token = TOKEN): Promise<Record<string, string>> {
  const found = await rows.test.database.rows<{ holder: Buffer; balance: string }>(
    'test.holdings',
    sql`select holder, balance from tracker.holding where token = ${addressToBytes(token)}`,
  );
  return Object.fromEntries(found.map(({ holder, balance }) => [addressFromBytes(holder), balance]));
}

async function token(): Promise<unknown> {
  return rows.test.database.row(
    'test.token',
    sql`
      select standard, total_supply as supply, holders, transfers, first_height as first from tracker.token
      where address = ${addressToBytes(TOKEN)}`,
  );
}

describe('tokens', () => {
  it('are minted from and burnt to the zero address, which holds nothing itself', async () => {
    await rows.write([blockWith(1, [transfer(ADDRESS.zero, ALICE, 100n)])]);
    await rows.write([
      blockWith(2, [transfer(ALICE, BOB, 30n), transfer(ALICE, ADDRESS.zero, 20n)]),
      blockWith(3, [transfer(BOB, ALICE, 30n)]),
    ]);
    expect(await holdings()).toEqual({ [ALICE]: '80' });
    expect(await token()).toEqual({ standard: 'irc2', supply: '80', holders: 1, transfers: 4, first: 1 });
  });

  it('give the same rows however the blocks are cut into batches', async () => {
    const movement = fc.record({
      from: fc.constantFrom(ADDRESS.zero, ALICE, BOB, CAROL),
      to: fc.constantFrom(ADDRESS.zero, ALICE, BOB, CAROL),
      id: fc.bigInt({ min: 0n, max: 2n }),
      value: fc.bigInt({ min: -3n, max: 5n }),
    });
    const chain = fc.array(fc.array(movement, { maxLength: 4 }), { minLength: 1, maxLength: 6 });
    await fc.assert(
      fc.asyncProperty(chain, fc.integer({ min: 1, max: 5 }), async (movements, batchSize) => {
        const blocks = movements.map((moves, height) =>
          blockWith(
            height,
            moves.map(({ from, to, id, value }) => single(from, to, id, value)),
          ),
        );
        await rows.reset();
        await rows.write(blocks);
        const whole = [await everything(), await token()];
        await rows.reset();
        for (let at = 0; at < blocks.length; at += batchSize)
          await rows.write(blocks.slice(at, at + batchSize));
        expect([await everything(), await token()]).toEqual(whole);
      }),
      { numRuns: 40 },
    );
  });

  async function everything(): Promise<unknown> {
    return rows.test.database.rows(
      'test.items',
      sql`
        select 1 as kind, holder, null::numeric as token_id, balance from tracker.holding
        union all select 2, holder, token_id, balance from tracker.item order by 1, 2, 3`,
    );
  }

  it('count who holds something, never who owes', async () => {
    await rows.write([blockWith(1, [transfer(ALICE, BOB, 5n)])]);
    expect(await holdings()).toEqual({ [ALICE]: '-5', [BOB]: '5' });
    expect(await token()).toMatchObject({ holders: 1, supply: '0' });
    await rows.write([blockWith(2, [transfer(BOB, ALICE, 5n)])]);
    expect(await holdings()).toEqual({});
    expect(await token()).toMatchObject({ holders: 0 });
  });

  it('have the name that the contract gave when it first moved, and a new one after an update', async () => {
    const named = (name: string) => ({
      [`name ${TOKEN}`]: name,
      [`symbol ${TOKEN}`]: 'T',
      [`decimals ${TOKEN}`]: '0x12',
    });
    await rows.write([blockWith(1, [transfer(ADDRESS.zero, ALICE, 1n)])], named('first'));
    await rows.write([blockWith(2, [transfer(ALICE, BOB, 1n)])], named('never asked'));
    const nameNow = async () =>
      (await listTokenTransfers(rows.test.database, { token: TOKEN }, null, 1))[0]?.decimals === 18 &&
      (await rows.test.database.row<{ name: string }>('test.name', sql`select name from tracker.contract`))
        ?.name;
    expect(await nameNow()).toBe('first');
    const update = aTransaction({
      hash: aHash(900),
      kind: 'deploy',
      to: TOKEN,
      data: { contentType: 'application/java', content: '0x00' },
    });
    await rows.write(
      [aSealedBlock({ height: 3, transactions: [update] }, [{ scoreAddress: TOKEN }])],
      named('second'),
    );
    expect(await nameNow()).toBe('second');
  });

  it('keep names of any kind, half a megabyte long too, without loss', async () => {
    const names = fc.oneof(hostileText(), fc.constant('x'.repeat(500 * 1024)));
    await fc.assert(
      fc.asyncProperty(names, async (symbol) => {
        await rows.reset();
        await rows.write([blockWith(1, [transfer(ADDRESS.zero, ALICE, 1n)])], {
          [`symbol ${TOKEN}`]: symbol,
        });
        const [listed] = await listTokenTransfers(rows.test.database, { party: ALICE }, null, 5);
        expect(listed?.symbol === symbol).toBe(true);
      }),
      { numRuns: 30 },
    );
  });
});

describe('logs', () => {
  it('are kept without loss, whatever stands in them', async () => {
    const value = fc.option(hostileText(), { nil: null });
    const given = fc.record({ indexed: fc.array(value), data: fc.array(value) });
    await fc.assert(
      fc.asyncProperty(given, async ({ indexed, data }) => {
        await rows.reset();
        await rows.write([blockWith(1, [aLog({ indexed, data })])]);
        const signature = indexed[0] ?? null;
        const [log] = await listLogs(rows.test.database, signature === null ? {} : { signature }, null, 5);
        expect(log).toMatchObject({ indexed, data, signature });
      }),
      { numRuns: 60 },
    );
  });

  it('of a signature of half a megabyte are found by it', async () => {
    const signature = 's'.repeat(500 * 1024);
    await rows.write([blockWith(1, [aLog({ indexed: [signature] })])]);
    expect(await listLogs(rows.test.database, { signature }, null, 5)).toHaveLength(1);
    expect(await listLogs(rows.test.database, { signature: 's'.repeat(64) }, null, 5)).toHaveLength(0);
  });
});

describe('addresses', () => {
  it('count a transaction to oneself once, and each transfer once for each party', async () => {
    const oneself = aTransaction({ hash: aHash(800), from: ALICE, to: ALICE });
    const logs = [
      transfer(ALICE, ALICE, 1n),
      transfer(ALICE, BOB, 1n),
      aLog({ address: TOKEN, indexed: ['ICXTransfer(Address,Address,int)', TOKEN, ALICE, '0x5'] }),
      aLog({ address: TOKEN, indexed: ['ICXTransfer(Address,Address,int)', BOB, ALICE, '0x5'] }),
    ];
    await rows.write([aSealedBlock({ height: 4, transactions: [oneself] }, [{ logs }])]);
    const found = await rows.test.database.row(
      'test.address',
      sql`
        select first_height, last_height, transaction_count, sent_count, received_count, token_transfer_count,
          internal_transfer_count, log_count
        from tracker.address where address = ${addressToBytes(ALICE)}`,
    );
    expect(found).toEqual({
      first_height: 4,
      last_height: 4,
      transaction_count: 1,
      sent_count: 1,
      received_count: 1,
      token_transfer_count: 2,
      internal_transfer_count: 1,
      log_count: 0,
    });
    expect(await listTokenTransfers(rows.test.database, { party: ALICE }, null, 10)).toHaveLength(2);
    expect(await listInternalTransfers(rows.test.database, ALICE, null, 10)).toMatchObject([
      { from: TOKEN, to: ALICE, value: '5', index: 2 },
    ]);
    expect(await readStats(rows.test.database)).toMatchObject({
      addresses: 3,
      tokenTransfers: 2,
      internalTransfers: 1,
      tokens: 1,
    });
  });
});

describe('a contract that another contract made', () => {
  it('is known from its first log on, as the node tells of it', async () => {
    const status = {
      owner: BOB,
      current: { status: 'active', type: 'java', codeHash: aHash(70), deployTxHash: aHash(71) },
    };
    await rows.write([blockWith(6, [aLog({ address: TOKEN })])], { [`icx_getScoreStatus ${TOKEN}`]: status });
    await rows.write([blockWith(7, [aLog({ address: TOKEN })])]);
    expect(
      await rows.test.database.row(
        'test.contract',
        sql`select language, owner, status, first_height from tracker.contract`,
      ),
    ).toEqual({ language: 'java', owner: addressToBytes(BOB), status: 'active', first_height: 6 });
    expect(await readStats(rows.test.database)).toMatchObject({ contracts: 1 });
  });
});
