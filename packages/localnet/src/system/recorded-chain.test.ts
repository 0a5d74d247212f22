import { ADDRESS, isObject, parseBlock, parseInteger, parseReceipt } from '@madang/icon';
import type { Receipt, Transaction } from '@madang/icon';
import { readFileSync } from 'node:fs';
import { gunzipSync } from 'node:zlib';
import { beforeAll, expect, it } from 'vitest';
import { RECORDINGS } from '../index.ts';
import { balanceOf, burn, credit, debit, issue, move, supplyOf } from '../world/accounts.ts';
import { depositOf, setDeposit } from '../world/deposits.ts';
import { setNetworkValue } from '../world/network-values.ts';
import type { World } from '../world/world.ts';
import { emptyWorld } from '../../test/scratch-world.ts';
import { expireUnstakes, setStake, stakeOf, totalStakeOf, unstakesOf } from './stake.ts';

interface RecordedState {
  readonly height: string;
  readonly totalSupply: string;
  readonly balances: Readonly<Record<string, string>>;
  readonly preps: { readonly totalStake: string };
  readonly stakes: Readonly<Record<string, { readonly stake: { stake: string; unstakes: unknown[] } }>>;
}

const state = JSON.parse(readFileSync(new URL('state.json', RECORDINGS.chain), 'utf8')) as RecordedState;

function linesOf(file: string): unknown[] {
  const text = gunzipSync(readFileSync(new URL(file, RECORDINGS.chain)))
    .toString()
    .trimEnd();
  return text.split('\n').map((line) => JSON.parse(line) as unknown);
}

/** The recorded chain's coins, moved by the rules of this package, up to the height at which its state was recorded. */
function follow(): World {
  const receipts = new Map(
    linesOf('receipts.ndjson.gz')
      .map(parseReceipt)
      .map((one) => [one.transactionHash, one]),
  );
  const world = emptyWorld();
  setNetworkValue(world, 'termPeriod', 100n);
  // How long was locked is not recorded. What was unstaked 213 blocks before the end was back, which these are within.
  setNetworkValue(world, 'lockMinMultiplier', 1n);
  setNetworkValue(world, 'lockMaxMultiplier', 2n);
  setNetworkValue(world, 'unstakeSlotMax', 1000n);
  for (const { height, transactions } of linesOf('blocks.ndjson.gz').map(parseBlock)) {
    if (height >= Number(state.height)) break;
    const fees = transactions.map((transaction) => {
      if (transaction.kind === 'genesis') return found(world, transaction.raw['accounts']);
      return perform(world, transaction, receipts.get(transaction.hash)!);
    });
    credit(
      world,
      ADDRESS.treasury,
      fees.reduce((a, b) => a + b, 0n),
    );
    expireUnstakes(world, height);
  }
  return world;
}

function found(world: World, accounts: unknown): bigint {
  for (const account of Array.isArray(accounts) ? accounts.filter(isObject) : [])
    issue(world, String(account['address']), parseInteger(account['balance'] ?? '0x0'));
  return 0n;
}

/** Gives the fee. */
function perform(world: World, transaction: Transaction, receipt: Receipt): bigint {
  const fee = payFee(world, transaction, receipt);
  if (receipt.status === 'failure') return fee;
  const { kind, from, to, value, data, method } = transaction;
  if (kind === 'deposit') {
    if (isObject(data) && data['action'] === 'add') {
      debit(world, from!, value!);
      setDeposit(world, to!, depositOf(world, to!) + value!);
    }
  } else if (value !== null && value > 0n) move(world, from!, to!, value);
  for (const log of receipt.logs) {
    const [signature, ...values] = [...log.indexed, ...log.data] as [string, ...string[]];
    EVENTS[signature]?.(world, values, log.address);
  }
  if (method === 'setStake' && to === ADDRESS.system && isObject(data) && isObject(data['params']))
    setStake(world, from!, parseInteger(data['params']['value']), receipt.blockHeight);
  return fee;
}

function payFee(world: World, { kind, from }: Transaction, receipt: Receipt): bigint {
  if (kind === 'base') return 0n;
  const payers = receipt.stepUsedDetails ?? { [from!]: receipt.stepUsed };
  const paid = Object.entries(payers).map(([payer, steps]) => {
    const amount = steps * receipt.stepPrice;
    if (payer.startsWith('cx')) setDeposit(world, payer, depositOf(world, payer) - amount);
    else debit(world, payer, amount);
    return amount;
  });
  return paid.reduce((a, b) => a + b, 0n);
}

type Effect = (world: World, values: readonly string[], contract: string) => void;

const EVENTS: Readonly<Record<string, Effect>> = {
  'ICXTransfer(Address,Address,int)': (world, [from, to, value]) =>
    move(world, from!, to!, parseInteger(value)),
  'ICXIssued(int,int,int,int)': (world, [, , issued]) => issue(world, ADDRESS.treasury, parseInteger(issued)),
  'ICXBurnedV2(Address,int,int)': (world, [, amount]) => burn(world, ADDRESS.system, parseInteger(amount)),
  'IScoreClaimedV2(Address,int,int)': (world, [who, , coins]) =>
    move(world, ADDRESS.treasury, who!, parseInteger(coins)),
  'DepositWithdrawn(bytes,Address,int,int)': (world, [, owner, amount], contract) => {
    setDeposit(world, contract, depositOf(world, contract) - parseInteger(amount));
    credit(world, owner!, parseInteger(amount));
  },
};

let world: World;
beforeAll(() => {
  world = follow();
});

it('comes to every stake that the recorded node told, and to their sum', () => {
  const told = Object.entries(state.stakes);
  expect(told.length).toBeGreaterThan(30);
  for (const [address, { stake }] of told) {
    expect(stakeOf(world, address)).toBe(parseInteger(stake.stake));
    expect(unstakesOf(world, address)).toEqual(stake.unstakes);
  }
  expect(totalStakeOf(world)).toBe(parseInteger(state.preps.totalStake));
});

it('comes to every balance that the recorded node told, to the last loop, and to the supply', () => {
  const told = Object.entries(state.balances);
  expect(told.length).toBeGreaterThan(400);
  const wrong = told.filter(([address, balance]) => balanceOf(world, address) !== parseInteger(balance));
  expect(wrong).toEqual([]);
  expect(supplyOf(world)).toBe(parseInteger(state.totalSupply));
});
