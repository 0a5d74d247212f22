import { readFile } from 'node:fs/promises';
import { RECORDINGS } from '@madang/localnet';
import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { readRecorded } from '../test/recorded.ts';
import { decodeLog, formatInteger, parseSignature, type EventLog, type EventParameter } from './index.ts';

const CONTRACT = `cx${'1'.repeat(40)}`;
const WALLET = `hx${'2'.repeat(40)}`;

describe('parseSignature', () => {
  it('reads the name and the types', () => {
    expect(parseSignature('Transfer(Address,Address,int,bytes)')).toEqual({
      name: 'Transfer',
      types: ['Address', 'Address', 'int', 'bytes'],
    });
    expect(parseSignature('Empty()')).toEqual({ name: 'Empty', types: [] });
  });

  it.each([
    '',
    'Transfer',
    'Transfer(',
    'Transfer(int',
    'Transfer(int,)',
    'Transfer(int, str)',
    'Transfer(int)x',
  ])('does not read %j', (text) => {
    expect(parseSignature(text)).toBeNull();
  });

  it.each([
    'Transfer(dict)',
    'Transfer([]int)',
    'Transfer(address)',
    'VHJhbnNmZXIoaW50KQ==',
    'constructor(toString)',
  ])('knows no type of %j', (text) => {
    expect(parseSignature(text)).toBeNull();
  });
});

describe('decodeLog', () => {
  it('reads a value of each type', () => {
    const log = logOf(['All(int,str,bytes,bool,Address)', '-0xff'], ['<b>', '0x00ff', '0x1', WALLET]);
    expect(decodeLog(log)).toEqual({
      name: 'All',
      params: [
        { type: 'int', value: '-255', indexed: true },
        { type: 'str', value: '<b>', indexed: false },
        { type: 'bytes', value: '0x00ff', indexed: false },
        { type: 'bool', value: true, indexed: false },
        { type: 'Address', value: WALLET, indexed: false },
      ],
    });
  });

  it('reads the same parameters, however many of them are indexed', () => {
    const values = [WALLET, CONTRACT, '0x10'];
    for (let indexed = 0; indexed <= values.length; indexed += 1) {
      const log = logOf(
        ['Transfer(Address,Address,int)', ...values.slice(0, indexed)],
        values.slice(indexed),
      );
      const params = decodeLog(log)?.params;
      expect(params?.map(({ value }) => value)).toEqual([WALLET, CONTRACT, '16']);
      expect(params?.filter((parameter) => parameter.indexed)).toHaveLength(indexed);
    }
  });

  it('gives back what was encoded, of any types and values, wherever the index ends', () => {
    fc.assert(
      fc.property(fc.array(parameter, { maxLength: 8 }), fc.nat({ max: 8 }), (params, indexed) => {
        const signature = `Any(${params.map(({ type }) => type).join()})`;
        const values = params.map(encode);
        const log = logOf([signature, ...values.slice(0, indexed)], values.slice(indexed));
        const expected = params.map((one, i) => ({ ...one, indexed: i < indexed }));
        expect(decodeLog(log)).toEqual({ name: 'Any', params: expected });
      }),
    );
  });

  it('keeps null as null, of whatever type', () => {
    const log = logOf(['All(int,str,bytes,bool,Address)', null], [null, null, null, null]);
    expect(decodeLog(log)?.params.map(({ value }) => value)).toEqual([null, null, null, null, null]);
  });

  it('is exact to the last digit, far beyond 2^53', () => {
    const value = 2n ** 256n - 1n;
    const params = decodeLog(logOf(['Two(int,int)'], [formatInteger(value), formatInteger(-value)]))?.params;
    expect(params?.map((parameter) => parameter.value)).toEqual([`${value}`, `-${value}`]);
  });

  it('reads the old ICXBurned, which has no list of types', () => {
    expect(decodeLog(logOf(['ICXBurned'], ['0x10']))).toEqual({
      name: 'ICXBurned',
      params: [{ type: 'int', value: '16', indexed: false }],
    });
  });

  it('does not read what the node could not read and sent as base64', () => {
    const base64 = (text: string) => Buffer.from(text).toString('base64');
    expect(
      decodeLog(logOf([base64('Transfer(Address,int)'), base64('\0'.repeat(21))], [base64('\x10')])),
    ).toBeNull();
    expect(decodeLog(logOf(['Used(Address,int)', base64('\0'.repeat(21))], [base64('\x10')]))).toBeNull();
  });

  it.each([
    ['int', '12'],
    ['int', '0xg'],
    ['int', '0x'],
    ['bool', '0x2'],
    ['bool', 'true'],
    ['bytes', '0x123'],
    ['bytes', 'abcd'],
    ['Address', 'hx12'],
    ['Address', `hx${'A'.repeat(40)}`],
  ])('does not read the %s %j', (type, value) => {
    expect(decodeLog(logOf([`One(${type})`, value]))).toBeNull();
    expect(decodeLog(logOf([`One(${type})`], [value]))).toBeNull();
  });

  it('does not read too few or too many values, or none at all', () => {
    expect(decodeLog(logOf(['Used(Address,int)', WALLET]))).toBeNull();
    expect(decodeLog(logOf(['Used(Address,int)', WALLET], ['0x1', '0x2']))).toBeNull();
    expect(decodeLog(logOf([]))).toBeNull();
    expect(decodeLog(logOf([null], ['0x1']))).toBeNull();
  });
});

describe('the logs of the recorded chain', async () => {
  const { receipts } = await readRecorded(RECORDINGS.chain);
  const logs = receipts.flatMap((receipt) => receipt.logs);
  const decoded = logs.map(decodeLog);

  it('are all read, and give back what the node sent', () => {
    expect(logs).toHaveLength(6624);
    for (const [i, log] of logs.entries()) {
      const params = decoded[i]?.params ?? [];
      const written = (indexed: boolean) => params.filter((one) => one.indexed === indexed).map(encode);
      expect([log.indexed[0], ...written(true)]).toEqual(log.indexed);
      expect(written(false)).toEqual(log.data);
    }
  });

  it('are as many of each name as the recording counts', async () => {
    const state = await readFile(new URL('state.json', RECORDINGS.chain), 'utf8');
    const { byEvent } = JSON.parse(state) as { byEvent: Record<string, number> };
    for (const [signature, count] of Object.entries(byEvent)) {
      const { name, types } = parseSignature(signature)!;
      const found = decoded.filter(
        (log) => log?.name === name && log.params.map(({ type }) => type).join() === types.join(),
      );
      expect(found).toHaveLength(count);
    }
  });

  it('hold nulls in 161 of them, and numbers below zero', () => {
    const values = decoded.map((log) => log?.params.map(({ value }) => value) ?? []);
    expect(values.filter((list) => list.includes(null))).toHaveLength(161);
    expect(values.flat().filter((value) => /^-\d/.test(String(value))).length).toBeGreaterThan(0);
  });
});

const hex = (bytes: Uint8Array) => Buffer.from(bytes).toString('hex');
const orNull = <T>(value: fc.Arbitrary<T>) => fc.option(value, { freq: 8 });
const body = fc.uint8Array({ minLength: 20, maxLength: 20 }).map(hex);

/** A parameter as it is read. */
const parameter: fc.Arbitrary<EventParameter> = fc.oneof(
  fc.record({
    type: fc.constant('int' as const),
    value: orNull(fc.bigInt({ min: -(2n ** 256n), max: 2n ** 256n }).map(String)),
    indexed: fc.constant(false),
  }),
  fc.record({
    type: fc.constant('str' as const),
    value: orNull(fc.string({ unit: 'binary' })),
    indexed: fc.constant(false),
  }),
  fc.record({
    type: fc.constant('bytes' as const),
    value: orNull(fc.uint8Array().map((bytes) => `0x${hex(bytes)}`)),
    indexed: fc.constant(false),
  }),
  fc.record({ type: fc.constant('bool' as const), value: orNull(fc.boolean()), indexed: fc.constant(false) }),
  fc.record({
    type: fc.constant('Address' as const),
    value: orNull(fc.tuple(fc.constantFrom('hx', 'cx'), body).map((parts) => parts.join(''))),
    indexed: fc.constant(false),
  }),
);

function logOf(indexed: (string | null)[], data: (string | null)[] = []): EventLog {
  return { address: CONTRACT, indexed, data };
}

function encode({ type, value }: EventParameter): string | null {
  if (value === null) return null;
  if (type === 'bool') return value ? '0x1' : '0x0';
  return type === 'int' ? formatInteger(BigInt(value)) : value;
}
