import { ADDRESS, decodeTransferBatch } from '@madang/icon';
import { beforeEach, describe, expect, it } from 'vitest';
import { createScoreBench, statusOf, wallet, type ScoreBench } from '../../test/scores/bench.ts';
import { address, bytes, int, listOf, method } from './describe.ts';
import { IRC31 } from './irc31.ts';
import type { Score } from './score.ts';
import { SPONSOR } from './sponsor.ts';

const [OWNER, ALICE, BOB, CAROL] = [wallet(1), wallet(2), wallet(3), wallet(4)];
const HUGE = 2n ** 200n;

describe('the IRC31 tokens', () => {
  let bench: ScoreBench;
  let items: string;
  const call = (from: string, method: string, params: object) => bench.call(items, method, params, { from });
  const balance = (owner: string, id: string) => bench.query(items, 'balanceOf', { _owner: owner, _id: id });
  const last = () => {
    const log = bench.logs.at(-1);
    return [...(log?.indexed ?? []), ...(log?.data ?? [])];
  };

  beforeEach(() => {
    bench = createScoreBench();
    items = bench.deploy(IRC31, {}, OWNER);
    call(ALICE, 'mint', { _to: ALICE, _id: '0x1', _supply: '0x64', _uri: 'https://example.com/1.json' });
    call(ALICE, 'mint', { _to: ALICE, _id: '0x80', _supply: `0x${HUGE.toString(16)}`, _uri: '' });
  });

  it('are minted with a supply and an address of their description', () => {
    expect([balance(ALICE, '0x1'), balance(ALICE, '0x80'), balance(BOB, '0x1')]).toEqual([100n, HUGE, 0n]);
    expect(bench.query(items, 'tokenURI', { _id: '0x1' })).toBe('https://example.com/1.json');
    expect(bench.query(items, 'tokenURI', { _id: '0x2' })).toBe('');
    expect(bench.logs.slice(0, 2).map(({ indexed, data }) => [...indexed, ...data])).toEqual([
      ['TransferSingle(Address,Address,Address,int,int)', ALICE, ADDRESS.zero, ALICE, '0x1', '0x64'],
      ['URI(int,str)', '0x1', 'https://example.com/1.json'],
    ]);
    expect(statusOf(() => call(ALICE, 'mint', { _to: ALICE, _id: '0x1', _supply: '-0x1', _uri: '' }))).toBe(
      'Reverted(9)',
    );
  });

  it('are told for many owners at once', () => {
    const asked = { _owners: [ALICE, BOB, ALICE], _ids: ['0x1', '0x1', '0x80'] };
    expect(bench.query(items, 'balanceOfBatch', asked)).toEqual([100n, 0n, HUGE]);
    expect(statusOf(() => bench.query(items, 'balanceOfBatch', { ...asked, _ids: [] }))).toBe('Reverted(11)');
  });

  it('are moved by their owner', () => {
    call(ALICE, 'transferFrom', { _from: ALICE, _to: BOB, _id: '0x1', _value: '0x1e' });
    expect([balance(ALICE, '0x1'), balance(BOB, '0x1')]).toEqual([70n, 30n]);
    expect(last()).toEqual([
      'TransferSingle(Address,Address,Address,int,int)',
      ALICE,
      ALICE,
      BOB,
      '0x1',
      '0x1e',
    ]);
  });

  it('are moved by an operator while the owner approves', () => {
    const take = () => call(CAROL, 'transferFrom', { _from: ALICE, _to: BOB, _id: '0x1', _value: '0x1' });
    const approve = (flag: string) => call(ALICE, 'setApprovalForAll', { _operator: CAROL, _approved: flag });
    const approved = () => bench.query(items, 'isApprovedForAll', { _owner: ALICE, _operator: CAROL });
    expect([approved(), statusOf(take)]).toEqual([false, 'Reverted(10)']);
    approve('0x1');
    expect(last()).toEqual(['ApprovalForAll(Address,Address,bool)', ALICE, CAROL, '0x1']);
    take();
    expect(last().slice(1, 4)).toEqual([CAROL, ALICE, BOB]);
    expect(approved()).toBe(true);
    approve('0x0');
    expect([approved(), statusOf(take)]).toEqual([false, 'Reverted(10)']);
  });

  it('are moved many at a time, with lists that can be read from the log', () => {
    const [ids, values] = [
      ['0x1', '0x80', '0x1'],
      ['0x1e', `0x${(HUGE - 1n).toString(16)}`, '0x0'],
    ];
    call(ALICE, 'transferFromBatch', { _from: ALICE, _to: BOB, _ids: ids, _values: values });
    expect([balance(BOB, '0x1'), balance(BOB, '0x80'), balance(ALICE, '0x80')]).toEqual([30n, HUGE - 1n, 1n]);
    expect(decodeTransferBatch(bench.logs.at(-1)!)).toEqual({
      operator: ALICE,
      from: ALICE,
      to: BOB,
      items: [
        { id: 1n, value: 30n },
        { id: 128n, value: HUGE - 1n },
        { id: 1n, value: 0n },
      ],
    });
  });

  it('are moved all or none, and only with lists of one length', () => {
    const batch = (ids: string[], values: string[]) =>
      statusOf(() =>
        call(ALICE, 'transferFromBatch', { _from: ALICE, _to: BOB, _ids: ids, _values: values }),
      );
    expect(batch(['0x1', '0x2'], ['0x1', '0x1'])).toBe('Reverted(9)');
    expect(batch(['0x1'], ['-0x1'])).toBe('Reverted(9)');
    expect(batch(['0x1'], [])).toBe('Reverted(11)');
    expect([balance(ALICE, '0x1'), balance(BOB, '0x1')]).toEqual([100n, 0n]);
  });

  it('come to a contract that can take them, and to no other', () => {
    const send = (to: string) =>
      call(ALICE, 'transferFrom', { _from: ALICE, _to: to, _id: '0x1', _value: '0x5' });
    expect(statusOf(() => send(bench.deploy(SPONSOR, {}, OWNER)))).toBe('MethodNotFound');
    const chest = bench.deploy(CHEST, {}, OWNER);
    send(chest);
    expect(last()).toEqual(['Came(Address,int,bytes)', ALICE, '0x5', '0x']);
    call(ALICE, 'transferFromBatch', {
      _from: ALICE,
      _to: chest,
      _ids: ['0x1', '0x80'],
      _values: ['0x5', '0x6'],
      _data: '0xff',
    });
    expect(last()).toEqual(['Came(Address,int,bytes)', ALICE, '0xb', '0xff']);
    expect(balance(chest, '0x1')).toBe(10n);
  });
});

/** Takes tokens and says how many came. */
const CHEST: Score = {
  name: 'chest',
  mainClass: 'Chest',
  source: '',
  events: { Came: { inputs: [address('from'), int('value'), bytes('data')], indexed: 0 } },
  methods: {
    onIRC31Received: method({
      inputs: [address('_operator'), address('_from'), int('_id'), int('_value'), bytes('_data')],
      run(self, _operator, from, _id, value, data) {
        self.emit('Came', from, value, data);
      },
    }),
    onIRC31BatchReceived: method({
      inputs: [
        address('_operator'),
        address('_from'),
        listOf(int('_ids')),
        listOf(int('_values')),
        bytes('_data'),
      ],
      run(self, _operator, from, _ids, values, data) {
        const sum = values.reduce((total, value) => total + value, 0n);
        self.emit('Came', from, sum, data);
      },
    }),
  },
  install: method({ inputs: [], run: () => undefined }),
  update: method({ inputs: [], run: () => undefined }),
};
