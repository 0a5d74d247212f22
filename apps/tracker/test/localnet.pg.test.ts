import { mkdtempSync } from 'node:fs';
import { rm } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { addressFromBytes } from '@madang/icon';
import { createNodeClient, type NodeClient } from '@madang/icon/client';
import { INDEXER_FOLDER, readStatus, runEngine } from '@madang/indexer';
import { EVERYDAY, startLocalnet, type Localnet } from '@madang/localnet';
import { sql, type Database } from '@madang/pg';
import { createLogger } from '@madang/telemetry';
import { createTestDatabase, randomFrom, type TestDatabase } from '@madang/testkit';
import fc from 'fast-check';
import { afterEach, describe, expect, it } from 'vitest';
import { loadContracts } from '../src/chain/known.ts';
import { tracker, trackerProjection } from '../src/index.ts';
import { statusAsTheNodeSays } from './contract-status.ts';

const log = createLogger({ level: 'silent' });
const GENESIS_TIME = 1_767_225_600_000_000n;
/** By this height a chain of any seed has contracts of all standards. */
const LAST = 90;

let closing: (() => Promise<void>)[] = [];
afterEach(async () => {
  for (const close of closing.reverse()) await close();
  closing = [];
});

/** A chain with something of everything, by hand. */
async function liveChain(seed: string): Promise<Localnet> {
  const folder = mkdtempSync(join(tmpdir(), 'madang-tracker-localnet-'));
  closing.push(async () => rm(folder, { recursive: true, force: true }));
  const scenario = { ...EVERYDAY, rate: 6, joinBlocks: 20 };
  const net = await startLocalnet({ folder, seed, scenario, onDemand: true, genesisTime: GENESIS_TIME });
  closing.push(net.stop);
  return net;
}

interface Following {
  readonly database: Database;
  readonly node: NodeClient;
  until(height: number): Promise<void>;
}

async function follow(url: string): Promise<Following> {
  const test: TestDatabase = await createTestDatabase({
    migrations: [
      { schema: 'indexer', folder: join(INDEXER_FOLDER, 'migrations') },
      { schema: 'tracker', folder: join(tracker.folder, 'migrations') },
    ],
  });
  const node = createNodeClient({ url, log });
  const abort = new AbortController();
  const { database } = test;
  const indexing = runEngine({
    ...{ database, client: node, projections: [trackerProjection], channel: 'test', log },
    signal: abort.signal,
    limits: { pollMs: 10 },
  });
  closing.push(async () => {
    abort.abort();
    await indexing;
    await node.close();
    await test.drop();
  });
  return {
    ...{ database, node },
    async until(height) {
      while (((await readStatus(database)).indexedHeight ?? -1) < height)
        await new Promise((resolve) => setTimeout(resolve, 10));
    },
  };
}

/** The chain's own account of its contracts. */
interface Books {
  readonly net: Localnet;
  /** Keys that ever had a value: what is gone now was there at an earlier height. */
  readonly keys: Set<string>;
}

function produceTo({ net, keys }: Books, height: number): void {
  while (net.chain.height() < height) {
    net.produce();
    for (const key of net.chain.ledger.state.keys('data/')) keys.add(key);
  }
}

/** What a contract keeps under a name, as `keys value`, before the transactions of a height; 0 and what is gone are left out. */
function kept({ net, keys }: Books, contract: string, name: string, height: number): string[] {
  const world = net.chain.worldBefore(height);
  const prefix = `data/${contract}/${name}/`;
  return [...keys]
    .filter((key) => key.startsWith(prefix))
    .flatMap((key) => {
      const value = world.get(key);
      return value === null || value === '#0x0' ? [] : [`${key.slice(prefix.length)} ${value.slice(1)}`];
    });
}

async function lines(database: Database, query: ReturnType<typeof sql>): Promise<string[]> {
  const rows = await database.rows<{ id: string | null; holder: Buffer; balance: string }>(
    'test.lines',
    query,
  );
  return rows.map(({ id, holder, balance }) =>
    [...(id === null ? [] : [hex(id)]), addressFromBytes(holder), hex(balance)].join(' '),
  );
}

const hex = (decimal: string): string => `0x${BigInt(decimal).toString(16)}`;

// Fresh ones in each run: a seed that fails is in the test's name, and stays here.
const fresh = fc.sample(fc.string({ minLength: 1, maxLength: 12 }), 5);

describe.each(['하나', 'two', '3', ...fresh].map((seed) => ({ seed, stops: stopsOf(seed) })))(
  'a live chain of the seed $seed, followed by the explorer',
  ({ seed, stops }) => {
    it(`has the same holders, owners, contracts and counts at the heights ${stops.join(', ')}`, async () => {
      const books: Books = { net: await liveChain(seed), keys: new Set() };
      const { database, node, until } = await follow(books.net.url);
      for (const stop of stops) {
        produceTo(books, stop);
        // The last block's results are sealed by the one after it.
        await until(stop - 1);
        const standards = await compare(books, database, node, stop);
        if (stop === LAST) expect(standards).toEqual(['irc2', 'irc3', 'irc31', 'none']);
      }
    });
  },
);

/** Heights at which the explorer and the chain are compared: any three, and the last. */
function stopsOf(seed: string): number[] {
  const random = randomFrom(Buffer.from(seed).reduce((sum, byte) => Math.imul(sum, 31) + byte, 7));
  const stops = new Set([LAST]);
  while (stops.size < 4) stops.add(3 + random(LAST - 3));
  return [...stops].sort((left, right) => left - right);
}

/** Gives the standards of the contracts that were compared. */
async function compare(
  books: Books,
  database: Database,
  node: NodeClient,
  height: number,
): Promise<string[]> {
  const rows = await database.rows<{ address: Buffer; standard: string | null }>(
    'test.contracts',
    sql`select contract.address, token.standard from tracker.contract left join tracker.token using (address)`,
  );
  const contracts = await loadContracts(
    database,
    rows.map(({ address }) => address),
  );
  const standards = new Set<string>();
  for (const { address: bytes, standard } of rows) {
    const address = addressFromBytes(bytes);
    const told = await node.call('icx_getScoreStatus', { address, height: hex(String(height)) });
    expect(statusAsTheNodeSays(contracts.get(address)!.contract), address).toEqual(withoutDeposit(told));
    if (standard !== null) await compareToken(books, database, { bytes, address, standard }, height);
    standards.add(standard ?? 'none');
  }
  await compareCounts(books.net, database, height);
  return [...standards].sort();
}

/** The explorer does not follow deposits. */
function withoutDeposit(status: unknown): unknown {
  const { depositInfo: _, ...rest } = status as Record<string, unknown>;
  return rest;
}

interface Token {
  readonly bytes: Buffer;
  readonly address: string;
  readonly standard: string;
}

async function compareToken(
  books: Books,
  database: Database,
  { bytes, address, standard }: Token,
  height: number,
): Promise<void> {
  if (standard === 'irc2') {
    const holdings = sql`select null::numeric as id, holder, balance from tracker.holding where token = ${bytes}`;
    expect((await lines(database, holdings)).sort()).toEqual(kept(books, address, 'balances', height).sort());
    return;
  }
  const items = await lines(
    database,
    sql`select token_id as id, holder, balance from tracker.item where token = ${bytes}`,
  );
  if (standard === 'irc3')
    expect(items.map((line) => line.replace(/ 0x1$/, '')).sort()).toEqual(
      kept(books, address, 'owners', height).sort(),
    );
  // Keys are `id/holder` there.
  else
    expect(items.sort()).toEqual(
      kept(books, address, 'balances', height)
        .map((line) => line.replace('/', ' '))
        .sort(),
    );
}

async function compareCounts({ chain }: Localnet, database: Database, height: number): Promise<void> {
  const receipts = Array.from({ length: height }, (_, at) => receiptsOf(chain, at)).flat();
  const counted = await database.row<Record<string, number>>(
    'test.counts',
    sql`
      select (select count(*) from tracker.block)::int as blocks,
        (select count(*) from tracker.transaction)::int as transactions,
        (select count(*) from tracker.transaction where not succeeded)::int as failed,
        (select count(*) from tracker.log)::int as logs`,
  );
  expect(counted).toEqual({
    blocks: height,
    transactions: receipts.length,
    failed: receipts.filter(({ status }) => status === '0x0').length,
    logs: receipts.reduce((sum, { eventLogs }) => sum + eventLogs.length, 0),
  });
}

interface Receipt {
  readonly status: string;
  readonly eventLogs: readonly unknown[];
}

function receiptsOf({ ledger }: Localnet['chain'], height: number): Receipt[] {
  const { confirmed_transaction_list: list } = JSON.parse(ledger.block(height)) as {
    confirmed_transaction_list: readonly unknown[];
  };
  return list.map((_, index) => JSON.parse(ledger.receipt({ height, index })) as Receipt);
}
