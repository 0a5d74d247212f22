import { address, hash, hostileText } from '@madang/testkit';
import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { readTerm } from './search-term.ts';

describe('readTerm', () => {
  it.each([
    ['1234', 1234],
    [' 1,234 ', 1234],
    ['12,345,678', 12_345_678],
    ['1.234.567', 1_234_567],
    ['1 234', 1234],
    ['1\u202f234', 1234],
    ["1'234", 1234],
    ['1_234', 1234],
    ['0', 0],
    ['000', 0],
    ['999999999999999', 999_999_999_999_999],
  ])('reads %j as the height %i', (text, height) => {
    expect(readTerm(text).height).toBe(height);
  });

  it.each([
    '1,23',
    '1,234.567',
    '1234,567',
    ',123',
    '1e3',
    '-1',
    '+1',
    '1.5',
    '0x10',
    '１２',
    '9'.repeat(16),
    '',
    '12 34',
  ])('reads no height in %j', (text) => {
    expect(readTerm(text).height).toBeNull();
  });

  it('reads a hash in any spelling as the chain writes it', () => {
    fc.assert(
      fc.property(hash, fc.boolean(), fc.boolean(), (written, short, capitals) => {
        const text = short ? written.slice(2) : written;
        const term = readTerm(capitals ? text.toUpperCase() : ` ${text}\n`);
        expect(term).toMatchObject({ hash: written, addresses: null, name: null });
      }),
    );
  });

  it('reads a whole address as one, and its beginning as all that begin so', () => {
    fc.assert(
      fc.property(address, fc.integer({ min: 8, max: 42 }), (written, length) => {
        const { addresses, name } = readTerm(written.slice(0, length).toUpperCase());
        expect(name).toBeNull();
        expect(addresses!.first <= written && written <= addresses!.last).toBe(true);
        expect(addresses!.first === addresses!.last).toBe(length === 42);
        expect([addresses!.first, addresses!.last].join()).toMatch(/^[hc]x[0-9a-f]{40},[hc]x[0-9a-f]{40}$/);
      }),
    );
  });

  it.each(['hx12345', 'cx', 'hx12345g', `hx${'0'.repeat(41)}`, `0x${'0'.repeat(63)}`, 'ox123456'])(
    'takes %j for a name',
    (text) => {
      expect(readTerm(text)).toEqual({ height: null, hash: null, addresses: null, name: text });
    },
  );

  it('reads whatever somebody writes', () => {
    fc.assert(
      fc.property(hostileText(), (text) => {
        const { height, hash: found, addresses, name } = readTerm(text);
        if (height !== null) expect(Number.isSafeInteger(height) && height >= 0).toBe(true);
        expect([found, addresses, name].filter((reading) => reading !== null)).toHaveLength(1);
      }),
    );
  });
});
