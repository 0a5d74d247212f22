import { RECORDINGS } from '@madang/localnet';
import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { readRecorded } from '../test/recorded.ts';
import { rlpIntegers } from '../test/rlp.ts';
import { decodeRlpIntegers, malformed } from './index.ts';

describe('decodeRlpIntegers', () => {
  // Logs of test networks, published with the BTP bridge of ICON.
  it.each([
    [
      'e1a008f7ce30203eb1ff1d26492c94d9ab04d63f4e54f1f9e677e8d4a0d6daaab2dd',
      0x08f7ce30203eb1ff1d26492c94d9ab04d63f4e54f1f9e677e8d4a0d6daaab2ddn,
    ],
    ['c3827bc0', 31680n],
    ['c9880dbd2fc137a23cb0', 989_999_999_999_950_000n],
  ])('reads the list %s of a TransferBatch', (hex, value) => {
    expect(decodeRlpIntegers(Buffer.from(hex, 'hex'))).toEqual([value]);
  });

  it.each([
    ['c0', []],
    ['c3000102', [0n, 1n, 2n]],
    ['c18 0', [0n]],
    ['c27f 7f', [127n, 127n]],
    ['c3 820080', [128n]],
    ['c2 8180', [-128n]],
    ['c2 81ff', [-1n]],
    ['f838' + '01'.repeat(56), Array<bigint>(56).fill(1n)],
    ['f90100' + '02'.repeat(256), Array<bigint>(256).fill(2n)],
  ])('reads %s', (hex, values) => {
    expect(decodeRlpIntegers(bytesOf(hex))).toEqual(values);
  });

  it('reads back what a contract writes, of any size, zero and below', () => {
    const edges = Array.from({ length: 257 }, (_, bits) => 2n ** BigInt(bits)).flatMap((n) => [
      n - 1n,
      n,
      1n - n,
      -n,
    ]);
    expect(decodeRlpIntegers(rlpIntegers(edges))).toEqual(edges);
    const integer = fc.bigInt({ min: -(2n ** 300n), max: 2n ** 300n });
    fc.assert(
      fc.property(fc.array(integer, { maxLength: 100 }), (values) => {
        expect(decodeRlpIntegers(rlpIntegers(values))).toEqual(values);
      }),
    );
  });

  it('either reads bytes or refuses them with its code', () => {
    fc.assert(
      fc.property(fc.uint8Array({ maxLength: 80 }), (bytes) => {
        expect(['ICON_MALFORMED', null]).toContain(refusal(Buffer.from(bytes)));
      }),
    );
  });

  it.each([
    ['', 'nothing'],
    ['01', 'an integer alone'],
    ['83010203', 'a string alone'],
    ['c001', 'bytes behind the list'],
    ['c20102ff', 'bytes behind a full list'],
    ['c301', 'a list shorter than it says'],
    ['c18 1', 'an item without its content'],
    ['c281', 'a list cut short'],
    ['c28201', 'an item that leads outside'],
    ['c4820102', 'a list cut after an item'],
    ['c2c101', 'a list within the list'],
    ['c1c0', 'an empty list within the list'],
    ['f8', 'a length that is missing'],
    ['ffffffffffffffffff', 'a length of 2^64'],
    ['c9bfffffffffffffffff', 'an item of 2^64 bytes'],
    ['f80 0 01', 'bytes behind an empty list in its long form'],
  ])('refuses %s: %s', (hex) => {
    expect(refusal(bytesOf(hex))).toBe('ICON_MALFORMED');
  });

  it('refuses every beginning of a list, and every list with one byte more', () => {
    const list = rlpIntegers([0n, 200n, 2n ** 200n, -5n]);
    for (let length = 0; length < list.length; length += 1) {
      expect(refusal(list.subarray(0, length))).toBe('ICON_MALFORMED');
    }
    expect(refusal(Buffer.concat([list, Buffer.alloc(1)]))).toBe('ICON_MALFORMED');
  });
});

describe('RLP that a real node wrote', async () => {
  const { receipts } = await readRecorded(RECORDINGS.chain);
  const logs = receipts.flatMap((receipt) => receipt.logs);
  const delegations = logs.filter(({ indexed }) => indexed[0] === 'DelegationSet(Address,bytes)');

  it('is a list of lists for delegations, which is refused as numbers', () => {
    expect(delegations).toHaveLength(13);
    for (const { data } of delegations) expect(refusal(bytesOf(data[0]!.slice(2)))).toBe('ICON_MALFORMED');
  });

  // [[address, amount]]: a list of one integer is left when the outer list and the address are taken off.
  it('holds amounts as this function reads them', () => {
    for (const { data } of delegations) {
      const amount = bytesOf(data[0]!.slice(2)).subarray(2 + 22);
      const [value = 0n] = decodeRlpIntegers(Buffer.concat([Buffer.of(0xc0 + amount.length), amount]));
      expect(value % 10n ** 18n).toBe(0n);
      expect(value).toBeGreaterThan(0n);
    }
  });
});

function refusal(bytes: Uint8Array): string | null {
  try {
    decodeRlpIntegers(bytes);
    return null;
  } catch (error) {
    return malformed.is(error) ? error.code : String(error);
  }
}

function bytesOf(hex: string): Buffer {
  return Buffer.from(hex.replaceAll(' ', ''), 'hex');
}
