import { readFileSync } from 'node:fs';
import { gunzipSync } from 'node:zlib';
import { decodeRlpIntegers, parseSignature } from '@madang/icon';
import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { RECORDINGS } from '../index.ts';
import { floorDivide } from './division.ts';
import { integerBytes } from './integer-bytes.ts';
import { decodeParameters } from './parameters.ts';
import { encodeRlpIntegers } from './rlp.ts';
import { bytesOfScalar, encodeScalar, encodeValue, type Scalar } from './values.ts';

interface Trace {
  readonly txHash: string;
  readonly result: { readonly logs: readonly { readonly msg: string }[] };
}

interface Receipt {
  readonly txHash: string;
  readonly eventLogs: readonly { readonly indexed: readonly string[]; readonly data: readonly string[] }[];
}

const lines = (file: string): unknown[] =>
  gunzipSync(readFileSync(new URL(file, RECORDINGS.chain)))
    .toString('utf8')
    .trimEnd()
    .split('\n')
    .map((line): unknown => JSON.parse(line));

const receipts = lines('receipts.ndjson.gz') as Receipt[];
const EVENT = /EVENT score=.* sig=(.*) indexed=\[(.*)\] data=\[(.*)\]$/;

describe('values of events', () => {
  it('are the texts and the bytes that the recorded node had', () => {
    const logs = new Map(receipts.map(({ txHash, eventLogs }) => [txHash, eventLogs]));
    const seen = new Set<string>();
    for (const { txHash, result } of lines('traces.ndjson.gz') as Trace[]) {
      const events = result.logs.flatMap(({ msg }) => EVENT.exec(msg)?.slice(1) ?? []);
      for (const [i, { indexed, data }] of logs.get(txHash)!.entries()) {
        const [signature = '', ...bytes] = events.slice(i * 3, i * 3 + 3);
        const types = parseSignature(signature)!.types;
        const texts = [...indexed.slice(1), ...data];
        const hex = bytes.flatMap((list) => list.split(' ').filter((each) => each !== ''));
        for (const [place, type] of types.entries()) {
          const input = { name: 'value', type };
          const value = decodeParameters([input], { value: texts[place] })[0] as Scalar;
          expect(encodeScalar(value)).toBe(texts[place]);
          expect(`0x${bytesOfScalar(value, type)!.toString('hex')}`).toBe(hex[place]);
          seen.add(type);
        }
      }
    }
    expect([...seen].sort()).toEqual(['Address', 'bool', 'bytes', 'int', 'str']);
  });

  it('are nothing when they are null', () => {
    expect([encodeScalar(null), bytesOfScalar(null, 'str')]).toEqual([null, null]);
  });
});

describe('results', () => {
  it('are as clients see them, also in lists', () => {
    const result = [-31n, 0n, true, false, Buffer.of(0, 255), '가', null, [1n, []]];
    expect(encodeValue(result)).toEqual(['-0x1f', '0x0', '0x1', '0x0', '0x00ff', '가', null, ['0x1', []]]);
  });
});

describe('integers', () => {
  it.each([
    [0n, '00'],
    [127n, '7f'],
    [128n, '0080'],
    [-1n, 'ff'],
    [-128n, '80'],
    [-129n, 'ff7f'],
    [2n ** 256n - 1n, `00${'ff'.repeat(32)}`],
  ])('%d is kept as %s', (value, hex) => {
    expect(integerBytes(value).toString('hex')).toBe(hex);
  });

  it('come back from an RLP list, however many and large', () => {
    const integers = fc.array(fc.oneof(fc.bigInt(), fc.bigInt({ min: -(2n ** 600n), max: 2n ** 600n })), {
      maxLength: 60,
    });
    fc.assert(
      fc.property(integers, (list) => {
        expect(decodeRlpIntegers(encodeRlpIntegers(list))).toEqual(list);
      }),
    );
  });

  it.each([
    [7n, 2n, 3n],
    [-7n, 2n, -4n],
    [7n, -2n, -4n],
    [-7n, -2n, 3n],
    [-6n, 2n, -3n],
    [0n, -5n, 0n],
  ])('%d divided by %d is %d, as in Python', (dividend, divisor, quotient) => {
    expect(floorDivide(dividend, divisor)).toBe(quotient);
  });
});
