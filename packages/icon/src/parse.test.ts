import { describe, expect, it } from 'vitest';
import { nested } from '../test/nested.ts';
import { parseBlock, parseReceipt, parseTransaction } from './index.ts';

const hash = (digit: string) => digit.repeat(64);
const wallet = `hx${'a'.repeat(40)}`;
const contract = `cx${'b'.repeat(40)}`;

const transfer = {
  version: '0x3',
  from: wallet,
  to: contract,
  value: '0x1',
  stepLimit: '0x186a0',
  timestamp: '0x5c42da6830136',
  nid: '0x1',
  signature: 'c2ln',
  txHash: `0x${hash('1')}`,
};

const block = {
  version: '2.0',
  height: 7,
  time_stamp: 1795537120970594,
  block_hash: hash('7'),
  prev_block_hash: hash('6'),
  merkle_tree_root_hash: hash('5'),
  peer_id: wallet,
  signature: '',
  confirmed_transaction_list: [transfer],
};

const receipt = {
  txHash: `0x${hash('1')}`,
  txIndex: '0x0',
  blockHeight: '0x7',
  blockHash: `0x${hash('7')}`,
  status: '0x1',
  to: contract,
  stepUsed: '0x2',
  stepPrice: '0x3',
  cumulativeStepUsed: '0x2',
  eventLogs: [{ scoreAddress: contract, indexed: ['Named(str)', null], data: [] }],
};

describe('parseBlock', () => {
  it('reads the first block, which has no parent, no producer and no time', () => {
    const first = parseBlock({
      ...block,
      height: 0,
      time_stamp: 0,
      prev_block_hash: '',
      peer_id: '',
      merkle_tree_root_hash: '',
    });
    expect(first).toMatchObject({
      height: 0,
      timestamp: 0n,
      previousHash: null,
      producer: null,
      merkleRoot: null,
    });
  });

  it.each([
    ['height', '0x7', 'block.height'],
    ['height', 2 ** 53, 'block.height'],
    ['height', -1, 'block.height'],
    ['time_stamp', 2 ** 53, 'block 7.time_stamp'],
    ['time_stamp', undefined, 'block 7.time_stamp'],
    ['block_hash', '', 'block 7.block_hash'],
    ['prev_block_hash', 'xyz', 'block 7.prev_block_hash'],
    ['peer_id', 'me', 'block 7.peer_id'],
    ['confirmed_transaction_list', {}, 'block 7.confirmed_transaction_list'],
    ['confirmed_transaction_list', [transfer, 'text'], 'block 7.confirmed_transaction_list[1]'],
    [
      'confirmed_transaction_list',
      [{ ...transfer, value: 'many' }],
      'block 7.confirmed_transaction_list[0].value',
    ],
  ])('refuses %s = %j and says where', (name, value, path) => {
    expect(() => parseBlock({ ...block, [name]: value })).toThrow(
      expect.objectContaining({
        code: 'ICON_MALFORMED',
        details: expect.objectContaining({ path }) as unknown,
      }) as Error,
    );
  });

  it.each([null, [], 'text', 7])('refuses %j', (json) => {
    expect(() => parseBlock(json)).toThrow(/^block is /);
  });
});

describe('parseTransaction', () => {
  it('reads version 2: hash without 0x, decimal time, a nonce that is a number, zeros in front', () => {
    const transaction = parseTransaction({
      from: wallet,
      to: wallet,
      value: '0x0a',
      fee: '0x2386f26fc10000',
      timestamp: 1531184789084451,
      nonce: 8367273,
      signature: 'c2ln',
      method: 'icx_sendTransaction',
      tx_hash: hash('2'),
    });
    expect(transaction).toMatchObject({
      hash: `0x${hash('2')}`,
      kind: 'transfer',
      version: null,
      value: 10n,
      timestamp: 1531184789084451n,
      nonce: '8367273',
      stepLimit: null,
      nid: null,
      method: null,
      data: null,
    });
  });

  it('names what a call calls, and keeps its data as it is', () => {
    const data = { method: 'transfer', params: { _to: wallet, list: ['0x1', null] } };
    const call = parseTransaction({ ...transfer, dataType: 'call', data });
    expect(call).toMatchObject({ kind: 'call', method: 'transfer' });
    expect(call.data).toBe(data);
  });

  it.each([
    ['message', 'message'],
    ['deploy', 'deploy'],
    ['deposit', 'deposit'],
    ['base', 'base'],
    ['dsr', 'dsr'],
    ['patch', 'unknown'],
    ['toString', 'unknown'],
  ])('takes the data type %s for %s', (dataType, kind) => {
    expect(parseTransaction({ ...transfer, dataType }).kind).toBe(kind);
  });

  it('computes the id that is missing', () => {
    const { txHash: _, ...rest } = transfer;
    expect(parseTransaction(rest).hash).toMatch(/^0x[0-9a-f]{64}$/);
  });

  it('takes a deploy to the address of accounts for no genesis', () => {
    expect(parseTransaction({ ...transfer, accounts: [] }).kind).toBe('transfer');
  });

  it.each([
    ['from', 'me'],
    ['to', {}],
    ['stepLimit', '1e3'],
    ['timestamp', 2 ** 60],
    ['nonce', 1.5],
    ['nid', 1],
    ['dataType', 3],
    ['txHash', '0x1'],
  ])('refuses %s = %j and says where', (name, value) => {
    expect(() => parseTransaction({ ...transfer, [name]: value })).toThrow(`transaction.${name}`);
  });
});

describe('data that JSON cannot carry safely', () => {
  it.each([
    ['data', { amount: 2 ** 53 }, 'transaction.data.amount'],
    ['data', [1e300], 'transaction.data[0]'],
    ['anything', { amount: [2 ** 60] }, 'transaction.anything.amount[0]'],
  ])('is refused when a number in %s has lost digits: %j', (name, value, path) => {
    expect(() => parseTransaction({ ...transfer, [name]: value })).toThrow(`${path} is `);
  });

  it.each(['data', 'from', 'value', 'signature', 'anything', 'txHash', 'accounts'])(
    'is refused when %s is nested 100,000 levels deep',
    (name) => {
      const transaction = { ...transfer, [name]: nested(100_000) };
      const malformed = expect.objectContaining({ code: 'ICON_MALFORMED' }) as Error;
      expect(() => parseTransaction(transaction)).toThrow(malformed);
      expect(() => parseBlock({ ...block, confirmed_transaction_list: [transaction] })).toThrow(malformed);
      expect(() =>
        parseBlock({ ...block, [name === 'data' ? 'peer_id' : 'version']: nested(100_000) }),
      ).toThrow(malformed);
      expect(() => parseReceipt({ ...receipt, to: nested(100_000) })).toThrow(malformed);
    },
  );

  it('is kept as it is when it has fractions, a thousand levels and whole numbers below 2^53', () => {
    const data = { a: 0.1, b: 2 ** 53 - 1, c: nested(990) };
    expect(parseTransaction({ ...transfer, data }).data).toBe(data);
  });
});

describe('parseReceipt', () => {
  it('reads a success, its fee and its logs with null values', () => {
    expect(parseReceipt(receipt)).toMatchObject({
      status: 'success',
      failure: null,
      scoreAddress: null,
      fee: 6n,
      logs: [{ address: contract, indexed: ['Named(str)', null], data: [] }],
    });
  });

  it('reads a failure', () => {
    const failed = { ...receipt, status: '0x0', failure: { code: '0x20', message: 'Reverted(0)' } };
    expect(parseReceipt(failed)).toMatchObject({
      status: 'failure',
      failure: { code: '0x20', message: 'Reverted(0)' },
    });
  });

  it.each([
    ['status', '0x2', 'status'],
    ['status', '0x0', 'failure'],
    ['stepUsed', undefined, 'stepUsed'],
    ['stepPrice', '12', 'stepPrice'],
    ['blockHeight', '0xffffffffffffffff', 'blockHeight'],
    ['txIndex', '-0x1', 'txIndex'],
    ['scoreAddress', 'cx1', 'scoreAddress'],
    ['stepUsedDetails', { [wallet]: 'x' }, `stepUsedDetails.${wallet}`],
    ['stepUsedDetails', { me: '0x1' }, 'stepUsedDetails'],
    ['eventLogs', null, 'eventLogs'],
    ['eventLogs', [{ scoreAddress: contract, indexed: [7], data: [] }], 'eventLogs[0].indexed[0]'],
  ])('refuses %s = %j and says where', (name, value, path) => {
    expect(() => parseReceipt({ ...receipt, [name]: value })).toThrow(
      `receipt ${receipt.txHash}.${path} is `,
    );
  });
});
