import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { parseLooseAddress } from './address.ts';
import {
  ADDRESS,
  addressFromBytes,
  addressToBytes,
  hashFromBytes,
  hashToBytes,
  isAddress,
  isContract,
  isHash,
  parseHash,
  sha3,
} from './index.ts';

describe('addresses', () => {
  it('have 21 bytes, the first 00 for a wallet and 01 for a contract', () => {
    expect(addressToBytes(ADDRESS.treasury).toString('hex')).toBe(`0010${'00'.repeat(19)}`);
    expect(addressToBytes(ADDRESS.governance).toString('hex')).toBe(`01${'00'.repeat(19)}01`);
  });

  it('come back from their bytes', () => {
    for (const address of [...Object.values(ADDRESS), 'hx84f6c686fba03bc7ca65d15ae844ee56ff24a32b']) {
      expect(addressFromBytes(addressToBytes(address))).toBe(address);
      expect(isAddress(address)).toBe(true);
    }
    expect(isContract(ADDRESS.system)).toBe(true);
    expect(isContract(ADDRESS.zero)).toBe(false);
  });

  it('and hashes come back, whatever their bytes', () => {
    const bytes = (length: number) => fc.uint8Array({ minLength: length, maxLength: length });
    fc.assert(
      fc.property(fc.boolean(), bytes(20), bytes(32), (contract, body, digest) => {
        const encoded = Buffer.from([Number(contract), ...body]);
        const address = addressFromBytes(encoded);
        expect(addressToBytes(address)).toEqual(encoded);
        expect([isAddress(address), isContract(address)]).toEqual([true, contract]);
        expect(hashToBytes(hashFromBytes(digest))).toEqual(Buffer.from(digest));
      }),
    );
  });

  it.each(['', 'hx12', `HX${'0'.repeat(40)}`, `hx${'A'.repeat(40)}`, `hx${'0'.repeat(41)}`])(
    'are not %j',
    (text) => {
      expect(isAddress(text)).toBe(false);
      expect(() => addressToBytes(text)).toThrow(/an address/);
    },
  );

  it.each([[Buffer.alloc(20)], [Buffer.alloc(21, 2)], [Buffer.alloc(0)]])('are not the bytes %j', (bytes) => {
    expect(() => addressFromBytes(bytes)).toThrow(/21 bytes/);
  });

  it.each([
    ['hx1', `hx${'0'.repeat(39)}1`],
    [`0x${'A'.repeat(40)}`, `hx${'a'.repeat(40)}`],
    ['cxFF', `cx${'0'.repeat(38)}ff`],
  ])('of old transactions are read as the node reads them: %s', (text, address) => {
    expect(parseLooseAddress(text)).toBe(address);
  });

  it('of old transactions are not longer than 20 bytes', () => {
    expect(() => parseLooseAddress(`hx${'0'.repeat(41)}`)).toThrow(/an address/);
  });
});

describe('hashes', () => {
  const bare = 'd8da71e926052b960def61c64f325412772f8e986f888685bc87c0bc046c2d9f';

  it('get the 0x that blocks leave out', () => {
    expect(parseHash(bare)).toBe(`0x${bare}`);
    expect(parseHash(`0x${bare}`)).toBe(`0x${bare}`);
    expect(isHash(bare)).toBe(false);
  });

  it('come back from their 32 bytes', () => {
    expect(hashFromBytes(hashToBytes(`0x${bare}`))).toBe(`0x${bare}`);
    expect(() => hashFromBytes(Buffer.alloc(31))).toThrow(/32 bytes/);
  });

  it.each(['', '0x12', bare.toUpperCase(), `${bare}00`, null])('are not %j', (value) => {
    expect(() => parseHash(value)).toThrow(/64 hexadecimal digits/);
  });

  it('are made by SHA3-256, not by Keccak', () => {
    expect(sha3('')).toBe('0xa7ffc6f8bf1ed76651c14756a061d662f580ff4de43b49fa82d80a4b80f8434a');
  });
});
