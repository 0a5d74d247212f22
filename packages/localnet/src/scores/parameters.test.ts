import { describe, expect, it } from 'vitest';
import { statusOf } from '../../test/scores/bench.ts';
import { address, bool, bytes, int, listOf, optional, str } from './describe.ts';
import { checkParameters, decodeParameters } from './parameters.ts';

const WALLET = `hx${'0a'.repeat(20)}`;

describe('parameters by name', () => {
  it('come in the order of the method, with null for what is left out', () => {
    const inputs = [str('text'), int('number'), optional(bool('flag')), optional(bytes('raw'))];
    const params = { raw: '0x00ff', number: '-0x1f', text: '글' };
    expect(decodeParameters(inputs, params)).toEqual(['글', -31n, null, Buffer.from('00ff', 'hex')]);
  });

  it.each([
    [int('x'), '0x0', 0n],
    [int('x'), '-0xFf', -255n],
    [int('x'), '12', 12n],
    [int('x'), 12, 12n],
    [int('x'), `0x${'f'.repeat(64)}`, 2n ** 256n - 1n],
    [bool('x'), '0x1', true],
    [bool('x'), '0x0', false],
    [bytes('x'), '0x', Buffer.alloc(0)],
    [bytes('x'), 'aB', Buffer.of(0xab)],
    [str('x'), '', ''],
    [address('x'), WALLET, WALLET],
    [listOf(int('x')), ['0x1', '-0x1'], [1n, -1n]],
    [listOf(address('x')), [], []],
    [optional(int('x')), null, null],
  ])('reads what is to be %o from %j', (input, json, value) => {
    expect(decodeParameters([input], { x: json })).toEqual([value]);
  });

  it.each([
    [int('x'), 'zzz'],
    [int('x'), ''],
    [int('x'), '0x'],
    [int('x'), '0X1'],
    [int('x'), '1.5'],
    [int('x'), 2 ** 53],
    [int('x'), true],
    [bool('x'), '0x2'],
    [bool('x'), '-0x1'],
    [bool('x'), true],
    [bytes('x'), '0x1'],
    [bytes('x'), '0xzz'],
    [bytes('x'), 1],
    [str('x'), 1],
    [address('x'), WALLET.toUpperCase()],
    [address('x'), 'hx1'],
    [listOf(int('x')), '0x1'],
    [listOf(int('x')), ['zzz']],
  ])('that are to be %j fail with an exception for %j', (input, json) => {
    expect(statusOf(() => decodeParameters([input], { x: json }))).toBe('UnknownFailure');
  });

  it.each([
    [{}, 'MissingParam(param=to)'],
    [undefined, 'MissingParam(param=to)'],
    [null, 'MissingParam(param=to)'],
    [{ to: null }, 'NilIsNotAllowed(type=[]Address)'],
    [{ to: [null] }, 'NilIsNotAllowed(type=Address)'],
    [{ to: [], more: '0x1', most: '0x1' }, 'UnexpectedParam(more most)'],
    [['0x1'], 'InvalidParameter(json="[\\"0x1\\"]")'],
  ])('%j are refused, and say why', (params, message) => {
    expect(() => decodeParameters([listOf(address('to'))], params)).toThrow(
      expect.objectContaining({ status: 'InvalidParameter', message }),
    );
  });

  it('say what was wrong and of which type it had to be', () => {
    expect(() => decodeParameters([int('code')], { code: 'zzz' })).toThrow(
      'InvalidParameter(type=int,json="\\"zzz\\"")',
    );
  });
});

describe('parameters in order', () => {
  const inputs = [address('_to'), int('_value'), optional(bytes('_data'))];

  it('may leave out the optional ones', () => {
    expect(checkParameters(inputs, [WALLET, 1n])).toEqual([WALLET, 1n, null]);
    expect(checkParameters(inputs, [WALLET, 1n, null])).toEqual([WALLET, 1n, null]);
    expect(checkParameters([listOf(int('x'))], [[1n, 2n]])).toEqual([[1n, 2n]]);
  });

  it.each([
    [[WALLET]],
    [[WALLET, 1n, null, null]],
    [['somebody', 1n]],
    [[WALLET, null]],
    [[WALLET, '0x1']],
    [[WALLET, 1n, 'text']],
    [[WALLET, [1n]]],
  ])('are refused when they are %o', (values) => {
    expect(statusOf(() => checkParameters(inputs, values))).toBe('InvalidParameter');
  });
});
