import fc from 'fast-check';
import { afterAll, expect, it } from 'vitest';
import { removeChains, startLive } from '../../test/live.ts';
import { produceTo, VILLAGE } from '../../test/traffic.ts';
import { totalStakeOf, unstakesOf } from '../system/stake.ts';
import { balanceOf, supplyOf } from '../world/accounts.ts';
import { depositOf } from '../world/deposits.ts';

afterAll(removeChains);

const HEIGHT = 40;

it('whatever the seed, balances, stakes, unstakes and deposits are the supply at every height', async () => {
  const shares = { ...VILLAGE.shares, stake: 20, burn: 5, deploy: 2, governance: 2, failure: 15 };
  const unstaked = new Set<boolean>();
  const property = fc.asyncProperty(
    fc.string({ minLength: 1, maxLength: 12 }),
    fc.uniqueArray(fc.integer({ min: 1, max: HEIGHT }), { minLength: 5, maxLength: 8 }),
    async (seed, heights) => {
      const live = await startLive({ seed, scenario: { ...VILLAGE, shares } });
      const { ledger, worldBefore } = live.net.chain;
      // What is emptied later is no key any more, but counted before.
      const ever = new Set<string>();
      for (let height = 1; height <= HEIGHT; height += 1) {
        produceTo(live, height);
        for (const key of ledger.state.keys('')) ever.add(key);
      }
      const named = (kind: string): string[] =>
        [...ever].filter((key) => key.startsWith(`${kind}/`)).map((key) => key.slice(kind.length + 1));
      for (const height of heights) {
        const world = worldBefore(height);
        const sum = (kind: string, of: (address: string) => bigint): bigint =>
          named(kind).reduce((total, address) => total + of(address), 0n);
        const unstakes = sum('unstakes', (address) =>
          unstakesOf(world, address).reduce((total, { amount }) => total + amount, 0n),
        );
        unstaked.add(unstakes > 0n);
        const balances = sum('balance', (address) => balanceOf(world, address));
        const deposits = sum('deposit', (address) => depositOf(world, address));
        expect(balances + totalStakeOf(world) + unstakes + deposits).toBe(supplyOf(world));
      }
      await live.stop();
    },
  );
  await fc.assert(property, { numRuns: 8 });
  expect(unstaked).toContain(true);
});
