import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { formatAmount, formatIcx } from './amount.ts';

const amounts = fc.bigInt({ min: -(2n ** 256n), max: 2n ** 256n });
const decimals = fc.integer({ min: 0, max: 77 });

/** Reads a shown amount back into its smallest unit. */
function readAmount(shown: string, places: number): bigint {
  const [whole = '', fraction = ''] = shown.replaceAll(',', '').replace('-', '').split('.');
  const size = BigInt(whole + fraction.padEnd(places, '0'));
  return shown.startsWith('-') ? -size : size;
}

describe('formatAmount', () => {
  it('loses nothing: what it shows can be read back', () => {
    fc.assert(
      fc.property(amounts, decimals, (amount, places) => {
        expect(readAmount(formatAmount(amount, places), places)).toBe(amount);
      }),
    );
  });

  it('never shows more than there is, nor an exponent', () => {
    fc.assert(
      fc.property(amounts, decimals, fc.integer({ min: 0, max: 8 }), (amount, places, shownPlaces) => {
        const shown = formatAmount(amount, places, shownPlaces);
        expect(shown).toMatch(/^(-?[\d,]+(\.\d{1,8})?|<(1|0\.0*1)|>-(1|0\.0*1))$/);
        if (/^[<>]/.test(shown)) return;
        const read = readAmount(shown, places);
        expect(read < 0n ? -read : read).toBeLessThanOrEqual(amount < 0n ? -amount : amount);
      }),
    );
  });

  it('takes the string the API writes', () => {
    expect(formatAmount('1500000', 6)).toBe('1.5');
    expect(formatAmount('-1500000', 6)).toBe('-1.5');
    expect(formatAmount('0', 18)).toBe('0');
    expect(formatAmount('1234567', 0)).toBe('1,234,567');
  });

  it('does not believe absurd decimals of a token', () => {
    expect(formatAmount('1500', 1_000_000_000)).toBe('1,500');
    expect(formatAmount('1500', -1)).toBe('1,500');
    expect(formatAmount('1500', 1.5)).toBe('1,500');
  });
});

describe('formatIcx', () => {
  it('cuts at the places asked for and says when nothing would be left', () => {
    expect(formatIcx('13947400000000000001', 6)).toBe('13.9474');
    expect(formatIcx('13947400000000000001')).toBe('13.947400000000000001');
    expect(formatIcx('1', 6)).toBe('<0.000001');
    expect(formatIcx('-1', 6)).toBe('>-0.000001');
    expect(formatIcx('1999999999999999999', 0)).toBe('1');
  });
});
