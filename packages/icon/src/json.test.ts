import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { nested } from '../test/nested.ts';
import { checkNumbers } from './json-numbers.ts';
import { checkJson } from './json.ts';

describe('checkJson', () => {
  it('takes what a thousand levels hold', () => {
    expect(() => checkJson(nested(1000), 'data')).not.toThrow();
  });

  it.each([1001, 100_000])('refuses %d levels with a code, and does not print them', (levels) => {
    expect(() => checkJson(nested(levels), 'data')).toThrow(
      expect.objectContaining({
        code: 'ICON_MALFORMED',
        message: expect.stringMatching(/^data\[0\].{0,400}nested at most 1000 levels deep/) as string,
      }) as Error,
    );
  });

  it.each([2 ** 53, -(2 ** 53), 1e300, Infinity])('refuses %d, and says where it stands', (value) => {
    expect(() => checkJson({ params: [{ amount: value }] }, 'data')).toThrow(
      /^data\.params\[0\]\.amount is /,
    );
  });

  it('takes every JSON value whose whole numbers are safe', () => {
    fc.assert(
      fc.property(fc.jsonValue(), (value) => {
        fc.pre(!/\d{16}|e\+/.test(JSON.stringify(value)));
        checkJson(value, 'data');
      }),
    );
  });
});

describe('checkNumbers', () => {
  it.each([
    '9007199254740992',
    '-9007199254740993',
    '123456789012345678901234567890',
    '1e400',
    '1e-400',
    '1e16',
    '0.1000000000000000000001',
    '1.00000000000000000001',
    '0.30000000000000000001',
  ])('refuses %s, wherever it stands', (number) => {
    for (const text of [number, `[${number}]`, `{"a":"\\\\","b": ${number} ,"c":"\\""}`]) {
      expect(() => checkNumbers(text, 'the answer')).toThrow(
        expect.objectContaining({ code: 'ICON_MALFORMED' }) as Error,
      );
    }
  });

  it.each(['0', '-0', '9007199254740991', '1.50', '15e-1', '1E2', '0.1', '0.30000000000000004', '5e-324'])(
    'takes %s, which stays what it is',
    (number) => {
      expect(() => checkNumbers(`{"a":[${number}]}`, 'the answer')).not.toThrow();
    },
  );

  it('does not look into strings and keys', () => {
    const text = JSON.stringify({ '9007199254740993': ['9007199254740993', '"9007199254740993', '\\'] });
    expect(() => checkNumbers(text, 'the answer')).not.toThrow();
  });

  it('finds exactly the whole numbers beyond 2^53', () => {
    fc.assert(
      fc.property(fc.bigInt({ min: -(2n ** 64n), max: 2n ** 64n }), fc.string(), (number, text) => {
        const json = `[${JSON.stringify(text)},${number}]`;
        const safe = number < 2n ** 53n && number > -(2n ** 53n);
        expect(refuses(json)).toBe(!safe);
      }),
    );
  });

  it('takes every number below 2^53 that JSON.stringify writes', () => {
    fc.assert(
      fc.property(fc.double({ min: -9e15, max: 9e15, noNaN: true }), (number) => {
        expect(refuses(JSON.stringify({ number }))).toBe(false);
      }),
    );
  });

  it('is not slowed down by what an attacker makes long', () => {
    const zeros = '0'.repeat(1_000_000);
    expect(refuses(`[0.1${zeros}1]`)).toBe(true);
    expect(refuses(`["${'\\\\'.repeat(1_000_000)}",1${zeros}1]`)).toBe(true);
  });
});

function refuses(text: string): boolean {
  try {
    checkNumbers(text, 'the answer');
    return false;
  } catch {
    return true;
  }
}
