import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { feePayers } from './fee-payers.ts';

describe('feePayers', () => {
  it('is the sender when nobody shared, and nobody when nothing was paid', () => {
    expect(feePayers('hx1', 12n, 3n, null)).toEqual([{ address: 'hx1', amount: 12n }]);
    expect(feePayers('hx1', 0n, 3n, { hx1: 1n })).toEqual([]);
    expect(feePayers(null, 12n, 3n, null)).toEqual([]);
  });

  it('adds up to the fee when each pays its own steps', () => {
    const steps = fc.dictionary(fc.string({ minLength: 1 }), fc.bigInt({ min: 1n, max: 10n ** 12n }), {
      minKeys: 1,
    });
    fc.assert(
      fc.property(steps, fc.bigInt({ min: 1n, max: 10n ** 12n }), (details, price) => {
        const fee = Object.values(details).reduce((sum, used) => sum + used, 0n) * price;
        expect(feePayers('hx1', fee, price, details).reduce((sum, { amount }) => sum + amount, 0n)).toBe(fee);
      }),
    );
  });
});
