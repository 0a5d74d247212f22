import fc from 'fast-check';
import { expect, it } from 'vitest';
import { lockPeriod } from './lock-period.ts';

const TERMS = { min: 500n, max: 2000n, supply: 1000n };

it.each([
  [0n, 2000n],
  [1n, 1995n],
  [100n, 1602n],
  [349n, 877n],
  // The double nearest to 0.7 is a little less: not quite a quarter of the way.
  [350n, 874n],
  [600n, 530n],
  [699n, 500n],
  [700n, 500n],
  [701n, 500n],
  [1000n, 500n],
])('of 1,000 coins %s are staked: so many blocks', (totalStake, blocks) => {
  expect(lockPeriod({ ...TERMS, totalStake })).toBe(blocks);
});

const coins = fc.bigInt({ min: 1n, max: 10n ** 28n });

it('lies between the least and the most, and does not grow with the stake', () => {
  fc.assert(
    fc.property(coins, coins, coins, (supply, one, other) => {
      const [less, more] = one < other ? [one, other] : [other, one];
      const long = lockPeriod({ ...TERMS, supply, totalStake: less });
      const short = lockPeriod({ ...TERMS, supply, totalStake: more });
      return 500n <= short && short <= long && long <= 2000n;
    }),
  );
});

it('is what the formula gives in doubles, but for their last digits', () => {
  fc.assert(
    fc.property(coins, fc.integer({ min: 0, max: 699_999 }), (supply, millionths) => {
      const totalStake = (supply * BigInt(millionths)) / 1_000_000n;
      const rate = Number(totalStake) / Number(supply);
      const near = 500 + (1500 / 0.49) * (rate - 0.7) ** 2;
      const blocks = Number(lockPeriod({ ...TERMS, supply, totalStake }));
      return Math.floor(near - 1e-6) <= blocks && blocks <= Math.floor(near + 1e-6);
    }),
  );
});
