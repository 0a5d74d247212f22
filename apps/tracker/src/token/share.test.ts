import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { shareOf } from './share.ts';

describe('the share of a supply', () => {
  it.each([
    ['1', '4', 0.25],
    ['0', '4', 0],
    [(2n ** 512n).toString(), (2n ** 512n).toString(), 1],
  ])('%s of %s', (balance, supply, share) => {
    expect(shareOf(balance, supply)).toBe(share);
  });

  it.each([
    ['5', '4'],
    ['1', '0'],
    ['1', '-4'],
    ['-1', '4'],
    ['-2', '-4'],
  ])('%s of %s is none', (balance, supply) => {
    expect(shareOf(balance, supply)).toBeNull();
  });

  it('is never outside 0 and 1', () => {
    const units = fc.bigInt({ min: -(2n ** 520n), max: 2n ** 520n });
    fc.assert(
      fc.property(units, units, (balance, supply) => {
        const share = shareOf(balance.toString(), supply.toString()) ?? 0;
        expect(share >= 0 && share <= 1).toBe(true);
      }),
    );
  });
});
