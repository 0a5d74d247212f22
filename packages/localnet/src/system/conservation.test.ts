import { ADDRESS } from '@madang/icon';
import fc from 'fast-check';
import { expect, it } from 'vitest';
import { balanceOf, move, supplyOf } from '../world/accounts.ts';
import { setNetworkValue } from '../world/network-values.ts';
import type { World } from '../world/world.ts';
import { applyIssue } from './issue.ts';
import { executionAt, foundedWorld, GOD, messageOf, send, wallet } from '../../test/scratch-world.ts';
import { expireUnstakes, stakeOf, unstakesOf } from './stake.ts';
import { callSystem } from './system-score.ts';

const WALLETS = [wallet(1), wallet(2)];
const HOLDERS = [...WALLETS, GOD, ADDRESS.treasury, ADDRESS.system];

/** Everything that anybody has anywhere; deposits are not touched here. */
function allCoins(world: World): bigint {
  const parts = HOLDERS.flatMap((address) => [
    balanceOf(world, address),
    stakeOf(world, address),
    ...unstakesOf(world, address).map(({ amount }) => amount),
  ]);
  return parts.reduce((a, b) => a + b);
}

const steps = fc.array(
  fc.record({
    who: fc.constantFrom(...WALLETS),
    act: fc.constantFrom('stake', 'burn', 'fee'),
    amount: fc.bigInt({ min: 0n, max: 300n }),
  }),
  { minLength: 1, maxLength: 40 },
);

it('keeps balances, stakes and unstakes together what the supply is, block by block', () => {
  fc.assert(
    fc.property(steps, (sequence) => {
      const world = foundedWorld();
      setNetworkValue(world, 'termPeriod', 1n);
      for (const address of WALLETS) move(world, GOD, address, 10_000n);
      let feesBefore = 0n;
      for (const [i, { who, act, amount }] of sequence.entries()) {
        const height = i + 1;
        applyIssue({ world, height, timestamp: 0n, feesBefore });
        feesBefore = 0n;
        if (act === 'stake') send(world, 'setStake', { value: `0x${amount.toString(16)}` }, who);
        if (act === 'fee') {
          move(world, who, ADDRESS.treasury, amount);
          feesBefore = amount;
        }
        if (act === 'burn') {
          move(world, who, ADDRESS.system, amount);
          callSystem(executionAt(height, who), world, messageOf('burn', {}, { from: who, value: amount }));
        }
        expireUnstakes(world, height);
        expect(allCoins(world)).toBe(supplyOf(world));
      }
    }),
  );
});
