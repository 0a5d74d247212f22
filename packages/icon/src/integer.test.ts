import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { formatInteger, malformed, parseInteger, parseLooseInteger } from './index.ts';

describe('parseInteger', () => {
  it.each([
    ['0x0', 0n],
    ['0x1f', 31n],
    ['-0x1', -1n],
    ['0x00FF', 255n],
    [`0x${'f'.repeat(64)}`, 2n ** 256n - 1n],
  ])('reads %s', (text, value) => {
    expect(parseInteger(text)).toBe(value);
  });

  it.each(['', '0x', '12', '0xg', ' 0x1', '0x1 ', '1.5', '--0x1', null, undefined, 12, {}])(
    'refuses %j and says where',
    (value) => {
      expect(() => parseInteger(value, 'receipt.stepUsed')).toThrow(/^receipt\.stepUsed is /);
    },
  );

  it('is the inverse of formatInteger', () => {
    fc.assert(
      fc.property(fc.bigInt({ min: -(2n ** 300n), max: 2n ** 300n }), (value) => {
        expect(parseInteger(formatInteger(value))).toBe(value);
        expect(formatInteger(value)).toMatch(/^-?0x(0|[1-9a-f][0-9a-f]*)$/);
      }),
    );
  });
});

describe('parseLooseInteger', () => {
  it('also reads the decimal text and the numbers of version 2 transactions', () => {
    expect(parseLooseInteger('1538976759263551')).toBe(1538976759263551n);
    expect(parseLooseInteger(1538976759263551)).toBe(1538976759263551n);
    expect(parseLooseInteger('0x10')).toBe(16n);
  });

  it.each([2 ** 53, 1.5, -1, Number.NaN])('refuses the number %d, which is not exact', (value) => {
    expect(() => parseLooseInteger(value)).toThrow(/2\^53/);
  });
});

describe('ICON_MALFORMED', () => {
  it('shows what was found, short and printable', () => {
    const error = malformed('block.peer_id', `\u001b[2J${'x'.repeat(1000)}`, 'an address');
    expect(error.code).toBe('ICON_MALFORMED');
    expect(error.message).not.toContain('\u001b');
    expect(error.message.length).toBeLessThan(300);
    expect(malformed.is(error)).toBe(true);
  });
});
