import { ADDRESS } from '@madang/icon';
import { beforeEach, describe, expect, it } from 'vitest';
import { createScoreBench, statusOf, wallet, type ScoreBench } from '../../test/scores/bench.ts';
import { IRC2 } from './irc2.ts';
import { MARKET } from './market.ts';

const [OWNER, ALICE, BOB] = [wallet(1), wallet(2), wallet(3)];
const TOKEN = { _name: '마당 토큰', _symbol: 'MDT', _decimals: '0x12', _supply: '0x64' };

describe('the IRC2 token', () => {
  let bench: ScoreBench;
  let token: string;
  const balanceOf = (owner: string) => bench.query(token, 'balanceOf', { _owner: owner });
  const transfer = (from: string, to: string, value: string, data?: string) =>
    bench.call(
      token,
      'transfer',
      { _to: to, _value: value, ...(data !== undefined && { _data: data }) },
      { from },
    );

  beforeEach(() => {
    bench = createScoreBench();
    token = bench.deploy(IRC2, TOKEN, OWNER);
  });

  it('tells what it was installed with, and gives the supply to its owner', () => {
    const answers = ['name', 'symbol', 'decimals', 'totalSupply'].map((method) => bench.query(token, method));
    expect(answers).toEqual(['마당 토큰', 'MDT', 18n, 100n]);
    expect(balanceOf(OWNER)).toBe(100n);
    expect(bench.logs).toEqual([
      {
        address: token,
        indexed: ['Transfer(Address,Address,int,bytes)', ADDRESS.zero, OWNER, '0x64'],
        data: ['0x6d696e74'],
      },
    ]);
  });

  it('starts without a supply and a log, but not below zero', () => {
    const empty = bench.deploy(IRC2, { ...TOKEN, _supply: '0x0' }, OWNER);
    expect(bench.query(empty, 'totalSupply')).toBe(0n);
    expect(bench.logs).toHaveLength(1);
    expect(statusOf(() => bench.deploy(IRC2, { ...TOKEN, _supply: '-0x1' }, OWNER))).toBe('Reverted(3)');
  });

  it('moves tokens, and says None where the sender says nothing', () => {
    transfer(OWNER, ALICE, '0x1e');
    transfer(ALICE, BOB, '0x1e', '0x00ff');
    expect([OWNER, ALICE, BOB].map(balanceOf)).toEqual([70n, 0n, 30n]);
    expect(bench.logs.slice(1).map(({ indexed, data }) => [...indexed.slice(1), ...data])).toEqual([
      [OWNER, ALICE, '0x1e', '0x4e6f6e65'],
      [ALICE, BOB, '0x1e', '0x00ff'],
    ]);
  });

  it('takes a transfer to oneself, and one of nothing', () => {
    transfer(OWNER, OWNER, '0x64');
    transfer(ALICE, BOB, '0x0');
    expect([OWNER, ALICE, BOB].map(balanceOf)).toEqual([100n, 0n, 0n]);
  });

  it('refuses more than there is, and less than nothing', () => {
    expect(statusOf(() => transfer(OWNER, ALICE, '0x65'))).toBe('Reverted(1)');
    expect(statusOf(() => transfer(OWNER, ALICE, '-0x1'))).toBe('Reverted(2)');
    expect(statusOf(() => bench.call(token, 'burn', { _value: '-0x1' }))).toBe('Reverted(2)');
    expect(statusOf(() => bench.call(token, 'mint', { _to: ALICE, _value: '-0x1' }))).toBe('Reverted(2)');
    expect(bench.logs).toHaveLength(1);
  });

  it('lets its owner alone mint', () => {
    const mint = (from: string) => bench.call(token, 'mint', { _to: ALICE, _value: '0x5' }, { from });
    expect(statusOf(() => mint(ALICE))).toBe('Reverted(7)');
    mint(OWNER);
    expect([balanceOf(ALICE), bench.query(token, 'totalSupply')]).toEqual([5n, 105n]);
  });

  it('lets anyone burn their own', () => {
    bench.call(token, 'burn', { _value: '0x28' });
    expect([balanceOf(OWNER), bench.query(token, 'totalSupply')]).toEqual([60n, 60n]);
    expect(bench.logs.at(-1)).toMatchObject({
      indexed: [expect.anything(), OWNER, ADDRESS.zero, '0x28'],
      data: ['0x6275726e'],
    });
    expect(statusOf(() => bench.call(token, 'burn', { _value: '0x1' }, { from: ALICE }))).toBe('Reverted(1)');
  });

  it('drops tokens on many, or on none when they do not suffice for all', () => {
    const airdrop = (value: string) =>
      bench.call(token, 'airdrop', { _to: [ALICE, BOB, ALICE], _value: value });
    airdrop('0x1e');
    expect([OWNER, ALICE, BOB].map(balanceOf)).toEqual([10n, 60n, 30n]);
    expect(bench.logs.at(-1)?.data).toEqual(['0x61697264726f70']);
    expect(statusOf(() => airdrop('0x4'))).toBe('Reverted(1)');
    expect([OWNER, ALICE, BOB].map(balanceOf)).toEqual([10n, 60n, 30n]);
  });

  it('asks a contract that gets tokens, which may refuse', () => {
    const market = bench.deploy(MARKET, { token, rate: '0x2' }, OWNER);
    transfer(OWNER, market, '0x7', '0x67696674');
    expect(balanceOf(market)).toBe(7n);
    expect(bench.logs.at(-1)).toEqual({
      address: market,
      indexed: ['Received(Address,int,bytes)'],
      data: [OWNER, '0x7', '0x67696674'],
    });
    expect(statusOf(() => transfer(OWNER, market, '0x7', '0x72656a656374'))).toBe('Reverted(21)');
    expect(balanceOf(market)).toBe(7n);
  });

  it('fails towards a contract that knows nothing of tokens, and one that is none', () => {
    const other = bench.deploy(IRC2, TOKEN, OWNER);
    expect(statusOf(() => transfer(OWNER, other, '0x1'))).toBe('MethodNotFound');
    expect(statusOf(() => transfer(OWNER, `cx${'7'.repeat(40)}`, '0x1'))).toBe('ContractNotFound');
    expect(balanceOf(OWNER)).toBe(100n);
  });

  it('cannot be changed by a query, nor be sent coins', () => {
    expect(statusOf(() => bench.query(token, 'burn', { _value: '0x1' }))).toBe('AccessDenied');
    bench.endow(OWNER, 1n);
    expect(statusOf(() => bench.pay(token, { from: OWNER, value: 1n }))).toBe('MethodNotFound');
  });
});
