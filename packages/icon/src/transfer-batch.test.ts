import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { rlpIntegers, rlpList } from '../test/rlp.ts';
import { decodeTransferBatch, type EventLog } from './index.ts';

const SIGNATURE = 'TransferBatch(Address,Address,Address,bytes,bytes)';
const operator = `hx${'1'.repeat(40)}`;
const from = `cx${'2'.repeat(40)}`;
const to = `hx${'3'.repeat(40)}`;

describe('decodeTransferBatch', () => {
  it('reads who moved how much of which tokens', () => {
    const log = logOf(rlpIntegers([7n, 2n ** 255n]), rlpIntegers([1n, 31680n]));
    expect(decodeTransferBatch(log)).toEqual({
      operator,
      from,
      to,
      items: [
        { id: 7n, value: 1n },
        { id: 2n ** 255n, value: 31680n },
      ],
    });
  });

  // A log of a test network, published with the BTP bridge of ICON.
  it('reads what a contract wrote', () => {
    const log = logOf(
      Buffer.from('e1a008f7ce30203eb1ff1d26492c94d9ab04d63f4e54f1f9e677e8d4a0d6daaab2dd', 'hex'),
      Buffer.from('c9880dbd2fc137a23cb0', 'hex'),
    );
    expect(decodeTransferBatch(log)?.items).toEqual([
      {
        id: 0x08f7ce30203eb1ff1d26492c94d9ab04d63f4e54f1f9e677e8d4a0d6daaab2ddn,
        value: 989_999_999_999_950_000n,
      },
    ]);
  });

  it('gives back every pair that was written, however many are indexed', () => {
    const natural = fc.bigInt({ min: 0n, max: 2n ** 256n });
    fc.assert(
      fc.property(
        fc.array(fc.record({ id: natural, value: natural })),
        fc.nat({ max: 5 }),
        (items, indexed) => {
          const ids = rlpIntegers(items.map(({ id }) => id));
          const values = rlpIntegers(items.map(({ value }) => value));
          expect(decodeTransferBatch(logOf(ids, values, indexed))?.items).toEqual(items);
        },
      ),
    );
  });

  it('takes the zeros that some contracts put in front', () => {
    const padded = rlpList([Buffer.from('0000000000000007', 'hex')]);
    const single = rlpList([Buffer.from('07', 'hex')], { short: false });
    expect(decodeTransferBatch(logOf(padded, single))?.items).toEqual([{ id: 7n, value: 7n }]);
  });

  it.each([
    ['an id below zero', rlpIntegers([-1n]), rlpIntegers([1n])],
    ['a value below zero', rlpIntegers([1n]), rlpIntegers([-(2n ** 100n)])],
    ['more ids than values', rlpIntegers([1n, 2n]), rlpIntegers([1n])],
    ['more values than ids', rlpIntegers([]), rlpIntegers([1n])],
    ['bytes behind the ids', Buffer.concat([rlpIntegers([1n]), Buffer.of(0)]), rlpIntegers([1n])],
    ['values that break off', rlpIntegers([1n]), rlpIntegers([2n ** 80n]).subarray(0, 5)],
    ['a list within the list', rlpList([rlpIntegers([1n])], { nested: true }), rlpIntegers([1n])],
    ['ids that are no list', Buffer.of(1), rlpIntegers([1n])],
    ['no bytes at all', Buffer.alloc(0), Buffer.alloc(0)],
  ])('is null for %s', (_, ids, values) => {
    expect(decodeTransferBatch(logOf(ids, values))).toBeNull();
  });

  it('is null for a null, for what is not of its type, for base64 and for another log', () => {
    const log = logOf(rlpIntegers([1n]), rlpIntegers([1n]));
    expect(decodeTransferBatch(log)).not.toBeNull();
    for (let i = 0; i < 5; i += 1) expect(decodeTransferBatch(withValue(log, i, null))).toBeNull();
    for (let i = 0; i < 5; i += 1) expect(decodeTransferBatch(withValue(log, i, 'wwE='))).toBeNull();
    const [, ...indexed] = log.indexed;
    expect(decodeTransferBatch({ ...log, indexed: ['TransferBatch(int)', ...indexed] })).toBeNull();
    expect(decodeTransferBatch({ ...log, data: [...log.data, '0x'] })).toBeNull();
    expect(decodeTransferBatch({ ...log, indexed: [] })).toBeNull();
  });
});

function logOf(ids: Buffer, values: Buffer, indexed = 3): EventLog {
  const params = [operator, from, to, `0x${ids.toString('hex')}`, `0x${values.toString('hex')}`];
  return { address: from, indexed: [SIGNATURE, ...params.slice(0, indexed)], data: params.slice(indexed) };
}

function withValue({ address, indexed, data }: EventLog, at: number, value: string | null): EventLog {
  const params = [...indexed.slice(1), ...data].with(at, value);
  return { address, indexed: [SIGNATURE, ...params.slice(0, 3)], data: params.slice(3) };
}
