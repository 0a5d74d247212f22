import { beforeEach, describe, expect, it } from 'vitest';
import { createScoreBench, statusOf, wallet, type ScoreBench } from '../../test/scores/bench.ts';
import { FAULTY } from './faulty.ts';
import { IRC2 } from './irc2.ts';
import { MARKET } from './market.ts';

const [OWNER, ALICE, BOB] = [wallet(1), wallet(2), wallet(3)];
const TOKEN = { _name: 'Token', _symbol: 'TOK', _decimals: '0x0', _supply: '0x3e8' };
const hex = (text: string): string => `0x${Buffer.from(text).toString('hex')}`;

describe('the market', () => {
  let bench: ScoreBench;
  let token: string;
  let market: string;
  const tokensOf = (owner: string) => bench.query(token, 'balanceOf', { _owner: owner });
  const send = (of: string, from: string, value: string, data: string) =>
    bench.call(of, 'transfer', { _to: market, _value: value, _data: hex(data) }, { from });

  beforeEach(() => {
    bench = createScoreBench();
    token = bench.deploy(IRC2, TOKEN, OWNER);
    market = bench.deploy(MARKET, { token, rate: '0x3' }, OWNER);
    send(token, OWNER, '0x1f4', 'stock');
    bench.endow(ALICE, 100n);
  });

  it('sells tokens for coins', () => {
    bench.call(market, 'buy', {}, { from: ALICE, value: 20n });
    expect([tokensOf(ALICE), bench.coinsOf(market), bench.coinsOf(ALICE)]).toEqual([60n, 20n, 80n]);
    expect(bench.logs.slice(-2).map(({ address, indexed, data }) => [address, ...indexed, ...data])).toEqual([
      [token, 'Transfer(Address,Address,int,bytes)', market, ALICE, '0x3c', hex('bought')],
      [market, 'Bought(Address,Address,int,int)', ALICE, token, '0x14', '0x3c'],
    ]);
  });

  it('keeps the coins of nobody whom it has no tokens for', () => {
    bench.endow(BOB, 1000n);
    const buy = () => bench.call(market, 'buy', {}, { from: BOB, value: 1000n });
    expect(statusOf(buy)).toBe('Reverted(1)');
    expect([bench.coinsOf(BOB), bench.coinsOf(market)]).toEqual([1000n, 0n]);
  });

  it('buys tokens back, at a rate that its owner may change', () => {
    bench.call(market, 'buy', {}, { from: ALICE, value: 20n });
    bench.update(market, { rate: '0x7' });
    expect(bench.query(market, 'rate')).toBe(7n);
    send(token, ALICE, '0x3c', 'sell');
    expect([bench.coinsOf(ALICE), bench.coinsOf(market)]).toEqual([88n, 12n]);
    expect(bench.logs.at(-1)?.data).toEqual([ALICE, '0x3c', hex('sell')]);
  });

  it('buys no other token, and none for coins that it does not have', () => {
    const other = bench.deploy(IRC2, TOKEN, ALICE);
    expect(statusOf(() => send(other, ALICE, '0x3', 'sell'))).toBe('Reverted(20)');
    expect(statusOf(() => send(token, OWNER, '0x3', 'sell'))).toBe('OutOfBalance');
    bench.update(market, { rate: '0x0' });
    expect(statusOf(() => send(token, OWNER, '0x3', 'sell'))).toBe('UnknownFailure');
  });

  it('takes coins without a wish, and logs no data', () => {
    bench.pay(market, { from: ALICE, value: 5n });
    expect(bench.coinsOf(market)).toBe(5n);
    expect(bench.logs.at(-1)?.data).toEqual([ALICE, '0x5', null]);
  });

  it('splits coins in equal shares and keeps the rest', () => {
    const split = (to: string[]) => bench.call(market, 'split', { to }, { from: ALICE, value: 20n });
    split([OWNER, BOB, OWNER]);
    expect([OWNER, BOB, market].map(bench.coinsOf)).toEqual([12n, 6n, 2n]);
    expect(statusOf(() => split([]))).toBe('UnknownFailure');
  });

  it('splits coins among contracts only if they take them', () => {
    const faulty = bench.deploy(FAULTY, {}, OWNER);
    const split = () => bench.call(market, 'split', { to: [BOB, faulty] }, { from: ALICE, value: 2n });
    expect(statusOf(split)).toBe('MethodNotFound');
    expect(bench.coinsOf(BOB)).toBe(0n);
  });

  it('tries to send coins, and says whether they went', () => {
    bench.pay(market, { from: ALICE, value: 5n });
    const faulty = bench.deploy(FAULTY, {}, OWNER);
    const sent = (to: string, value: string) => {
      bench.call(market, 'trySend', { to, value });
      return [...(bench.logs.at(-1)?.indexed.slice(1) ?? []), ...(bench.logs.at(-1)?.data ?? [])];
    };
    expect(sent(BOB, '0x3')).toEqual(['send', '0x3', '0x1', null, BOB]);
    expect(sent(BOB, '0x3')).toEqual(['send', '0x3', '0x0', null, BOB]);
    expect(sent(faulty, '0x1')).toEqual(['send', '0x1', '0x0', null, faulty]);
    expect([BOB, market, faulty].map(bench.coinsOf)).toEqual([3n, 2n, 0n]);
  });

  it('notes values of every type, and nulls', () => {
    const note = (params: object) => {
      bench.call(market, 'note', params);
      const [log, empty] = bench.logs.slice(-2);
      expect(empty).toEqual({ address: market, indexed: ['Empty()'], data: [] });
      return [...(log?.indexed ?? []), ...(log?.data ?? [])];
    };
    const signature = 'Note(str,int,bool,bytes,Address)';
    expect(note({ text: '<b>글</b>\n', number: '-0xff', flag: '0x1', raw: '0x00', who: market })).toEqual([
      signature,
      '<b>글</b>\n',
      '-0xff',
      '0x1',
      '0x00',
      market,
    ]);
    expect(note({})).toEqual([signature, null, null, null, null, null]);
    expect(note({ text: '', number: null, flag: '0x0', raw: '0x' })).toEqual([
      signature,
      '',
      null,
      '0x0',
      '0x',
      null,
    ]);
  });

  it('writes as many logs as it is told', () => {
    const before = bench.logs.length;
    bench.call(market, 'many', { count: '0x101' }, { from: BOB });
    const logs = bench.logs.slice(before);
    expect(logs).toHaveLength(257);
    expect(logs[255]).toEqual({
      address: market,
      indexed: ['Note(str,int,bool,bytes,Address)', 'entry'],
      data: ['0xff', '0x0', '0x000000ff', BOB],
    });
    bench.call(market, 'many', { count: '-0x1' });
    expect(bench.logs).toHaveLength(before + 257);
  });

  it('gives back a list', () => {
    expect(bench.query(market, 'echo', { items: ['', '가'] })).toEqual(['', '가']);
  });
});
