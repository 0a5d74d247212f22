import { addressFromBytes, addressToBytes } from '@madang/icon';
import { sql } from '@madang/pg';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { loadContracts } from '../src/chain/known.ts';
import type { Stats } from '../src/status/status.schema.ts';
import { statusAsTheNodeSays } from './contract-status.ts';
import { readRecorded } from './recording.ts';
import { runTracker, type RunningTracker } from './running.ts';

// What the node itself said about the state after this block, which the explorer never asked it.
const LAST_SEALED = 1950;

interface NodeToken {
  readonly address: string;
  readonly name: string;
  readonly symbol: string;
  readonly decimals?: string;
  readonly totalSupply: string;
}

interface NodeState {
  readonly balances: Record<string, string>;
  readonly tokens: Record<string, NodeToken & { readonly balances: Record<string, string> }>;
  readonly nft: NodeToken & { readonly owners: Record<string, string> };
  readonly multiToken: {
    readonly address: string;
    readonly balances: Record<string, Record<string, string>>;
  };
  readonly contracts: Record<string, { readonly status: Record<string, unknown>; readonly api: unknown }>;
}

const recorded = readRecorded();
const state = recorded.state as unknown as NodeState;
let tracker: RunningTracker;

beforeAll(async () => {
  tracker = await runTracker();
  await tracker.until(LAST_SEALED);
});

afterAll(() => tracker.stop());

interface Holding {
  readonly id: string | null;
  readonly holder: string;
  readonly balance: bigint;
}

async function holdingsOf(token: string): Promise<Holding[]> {
  return read(sql`
    select null::numeric as token_id, holder, balance from tracker.holding where token = ${addressToBytes(token)}`);
}

async function itemsOf(token: string): Promise<Holding[]> {
  return read(sql`
    select token_id, holder, balance from tracker.item where token = ${addressToBytes(token)}`);
}

async function read(query: ReturnType<typeof sql>): Promise<Holding[]> {
  const rows = await tracker.database.rows<{ token_id: string | null; holder: Buffer; balance: string }>(
    'test.holdings',
    query,
  );
  return rows.map(({ token_id, holder, balance }) => ({
    id: token_id,
    holder: addressFromBytes(holder),
    balance: BigInt(balance),
  }));
}

async function tokenRow(address: string): Promise<Record<string, unknown> | undefined> {
  return tracker.database.row(
    'test.token',
    sql`
      select token.standard, token.total_supply, token.holders, contract.name, contract.symbol, contract.decimals
      from tracker.token join tracker.contract using (address) where address = ${addressToBytes(address)}`,
  );
}

function nonZero(balances: Record<string, string>): Map<string, bigint> {
  return new Map(
    Object.entries(balances)
      .map(([holder, balance]) => [holder, BigInt(balance)] as const)
      .filter(([, balance]) => balance !== 0n),
  );
}

describe('the explorer against the account of the node itself', () => {
  it.each(
    Object.entries(state.tokens).map(([name, token]) => ({
      name,
      token,
      holders: nonZero(token.balances).size,
      supply: BigInt(token.totalSupply),
    })),
  )(
    '$name: the balances of $holders holders, the supply of $supply and the names are equal',
    async ({ token }) => {
      const holdings = await holdingsOf(token.address);
      const expected = nonZero(token.balances);
      expect(new Map(holdings.map(({ holder, balance }) => [holder, balance]))).toEqual(expected);
      expect(await tokenRow(token.address)).toEqual({
        standard: 'irc2',
        total_supply: BigInt(token.totalSupply).toString(),
        holders: expected.size,
        name: token.name,
        symbol: token.symbol,
        decimals: Number(token.decimals),
      });
    },
  );

  it(`${state.nft.symbol}: the owners of ${Object.keys(state.nft.owners).length} tokens of IRC3 are equal`, async () => {
    const { address, owners, name, symbol, totalSupply } = state.nft;
    const items = await itemsOf(address);
    expect(new Map(items.map(({ id, holder }) => [id, holder]))).toEqual(
      new Map(Object.entries(owners).map(([id, owner]) => [BigInt(id).toString(), owner])),
    );
    expect(items.every(({ balance }) => balance === 1n)).toBe(true);
    expect(await tokenRow(address)).toMatchObject({
      standard: 'irc3',
      total_supply: BigInt(totalSupply).toString(),
      holders: new Set(Object.values(owners)).size,
      name,
      symbol,
      decimals: null,
    });
  });

  it(`IRC31: the balances of ${Object.keys(state.multiToken.balances).length} ids are equal`, async () => {
    const { address, balances } = state.multiToken;
    const expected = Object.entries(balances).flatMap(([id, holders]) =>
      [...nonZero(holders)].map(([holder, balance]) => `${BigInt(id)} ${holder} ${balance}`),
    );
    const items = await itemsOf(address);
    expect(items.map(({ id, holder, balance }) => `${id ?? ''} ${holder} ${balance}`).sort()).toEqual(
      expected.sort(),
    );
    expect(await tokenRow(address)).toMatchObject({ standard: 'irc31' });
  });

  it('status, owner, versions, code hash and API of 11 contracts are equal, and there is none beside them', async () => {
    const installed = Object.entries(state.contracts).filter(
      ([, { status }]) => status['error'] === undefined,
    );
    const addresses = installed.map(([address]) => address);
    expect(addresses).toHaveLength(11);
    const kept = await tracker.database.rows<{ address: Buffer }>(
      'test.contracts',
      sql`select address from tracker.contract`,
    );
    expect(kept.map(({ address }) => addressFromBytes(address)).sort()).toEqual(addresses.sort());
    const contracts = await loadContracts(tracker.database, addresses.map(addressToBytes));
    for (const [address, { status, api }] of installed) {
      const known = contracts.get(address)!;
      expect(known.api).toEqual(api);
      expect(statusAsTheNodeSays(known.contract)).toEqual(status);
    }
  });

  it('counts what its rows are', async () => {
    const stats = (await tracker.json('/api/tracker/v1/stats')) as Stats;
    const tables = {
      logs: 'log',
      tokenTransfers: 'token_transfer',
      internalTransfers: 'internal_transfer',
      addresses: 'address',
      contracts: 'contract',
      tokens: 'token',
    } as const;
    for (const [member, table] of Object.entries(tables)) {
      const row = await tracker.database.row<{ count: number }>(
        `test.count.${table}`,
        sql`select count(*) from ${sql.identifier('tracker')}.${sql.identifier(table)}`,
      );
      expect([member, stats[member as keyof typeof tables]]).toEqual([member, row!.count]);
    }
    expect(stats).toMatchObject({ contracts: 11, tokens: 6, logs: 6623 });
  });
});
