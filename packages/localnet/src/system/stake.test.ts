import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { balanceOf, issue, supplyOf } from '../world/accounts.ts';
import { setNetworkValue } from '../world/network-values.ts';
import type { World } from '../world/world.ts';
import { emptyWorld, foundedWorld, wallet } from '../../test/scratch-world.ts';
import { expireUnstakes, setStake, stakeOf, totalStakeOf, unstakeLockPeriod, unstakesOf } from './stake.ts';

const [ANN, BOB, CAT] = [wallet(1), wallet(2), wallet(3)];

/** Three accounts with 1,000 coins each; unstakes are locked ten blocks at least and twenty at most. */
function smallWorld(slots = 1000n): World {
  const world = emptyWorld();
  setNetworkValue(world, 'termPeriod', 10n);
  setNetworkValue(world, 'lockMinMultiplier', 1n);
  setNetworkValue(world, 'lockMaxMultiplier', 2n);
  setNetworkValue(world, 'unstakeSlotMax', slots);
  for (const address of [ANN, BOB, CAT]) issue(world, address, 1000n);
  return world;
}

/** Everything that belongs to an account, wherever it is. */
function wealthOf(world: World, address: string): bigint {
  const open = unstakesOf(world, address).reduce((sum, { amount }) => sum + amount, 0n);
  return balanceOf(world, address) + stakeOf(world, address) + open;
}

describe('more stake', () => {
  it('comes from the balance', () => {
    const world = smallWorld();
    setStake(world, ANN, 600n, 1);
    setStake(world, BOB, 100n, 1);
    expect([balanceOf(world, ANN), stakeOf(world, ANN), totalStakeOf(world)]).toEqual([400n, 600n, 700n]);
  });

  it('comes from the unstakes first, the last one to end first', () => {
    const world = smallWorld();
    setStake(world, ANN, 900n, 1);
    setStake(world, ANN, 800n, 2);
    setStake(world, ANN, 600n, 3);
    const [first, second] = unstakesOf(world, ANN);
    setStake(world, ANN, 650n, 4);
    expect(unstakesOf(world, ANN)).toEqual([first, { amount: 150n, height: second?.height }]);
    setStake(world, ANN, 850n, 5);
    expect(unstakesOf(world, ANN)).toEqual([{ amount: 50n, height: first?.height }]);
    setStake(world, ANN, 950n, 6);
    expect(unstakesOf(world, ANN)).toEqual([]);
    expect(balanceOf(world, ANN)).toBe(50n);
  });

  it('than there are coins is refused, and nothing is done', () => {
    const world = smallWorld();
    setStake(world, ANN, 900n, 1);
    setStake(world, ANN, 700n, 2);
    const before = unstakesOf(world, ANN);
    expect(() => setStake(world, ANN, 1001n, 3)).toThrow('OutOfBalance');
    expect([stakeOf(world, ANN), totalStakeOf(world), unstakesOf(world, ANN)]).toEqual([700n, 700n, before]);
    expect(() => setStake(world, ANN, -1n, 3)).toThrow(
      expect.objectContaining({ status: 'InvalidParameter' }),
    );
  });
});

describe('less stake', () => {
  it('is locked for a time that the stake before decides, and then given back', () => {
    const world = smallWorld();
    setStake(world, ANN, 1000n, 1);
    const lock = unstakeLockPeriod(world);
    setStake(world, ANN, 0n, 5);
    expect(unstakeLockPeriod(world)).toBeGreaterThan(lock);
    expect(unstakesOf(world, ANN)).toEqual([{ amount: 1000n, height: 5 + lock }]);
    expect([balanceOf(world, ANN), totalStakeOf(world)]).toEqual([0n, 0n]);
    expect(expireUnstakes(world, 4 + lock)).toEqual([]);
    expect(expireUnstakes(world, 5 + lock)).toEqual([{ address: ANN, amount: 1000n }]);
    expect([balanceOf(world, ANN), unstakesOf(world, ANN)]).toEqual([1000n, []]);
  });

  it('stands in the order in which it ends, even where a later one is locked for less', () => {
    const world = smallWorld();
    setStake(world, ANN, 500n, 1);
    setStake(world, ANN, 400n, 2);
    // Most of all coins are staked now, so that the next one is locked for ten blocks alone.
    setStake(world, BOB, 1000n, 3);
    setStake(world, CAT, 1000n, 3);
    setStake(world, ANN, 350n, 3);
    const heights = unstakesOf(world, ANN).map(({ height }) => height);
    expect(unstakesOf(world, ANN).map(({ amount }) => amount)).toEqual([50n, 100n]);
    expect(heights).toEqual(heights.toSorted((a, b) => a - b));
  });

  it('goes into the last one where an account has as many as it may', () => {
    const world = smallWorld(2n);
    setStake(world, ANN, 900n, 1);
    for (const [i, value] of [800n, 700n, 550n].entries()) setStake(world, ANN, value, 2 + i);
    const open = unstakesOf(world, ANN);
    expect(open.map(({ amount }) => amount)).toEqual([100n, 250n]);
    for (let height = 0; height < 60; height += 1) expireUnstakes(world, height);
    expect([balanceOf(world, ANN), unstakesOf(world, ANN)]).toEqual([450n, []]);
  });

  it('of several accounts that ends together is given back to each', () => {
    const world = smallWorld();
    for (const address of [ANN, BOB]) setStake(world, address, 300n, 1);
    const height = 2 + unstakeLockPeriod(world);
    setStake(world, ANN, 100n, 2);
    setStake(world, ANN, 90n, 2);
    setStake(world, BOB, 0n, 2);
    const all = [height, height + 1, height + 2].flatMap((at) => expireUnstakes(world, at));
    const sum = (of: string) => all.filter(({ address }) => address === of).map(({ amount }) => amount);
    expect(sum(ANN).reduce((a, b) => a + b)).toBe(210n);
    expect(sum(BOB).reduce((a, b) => a + b)).toBe(300n);
  });
});

/** Somebody stakes something, and blocks pass. */
const moves = fc.array(
  fc.record({
    who: fc.constantFrom(ANN, BOB, CAT),
    value: fc.bigInt({ min: 0n, max: 1100n }),
    blocks: fc.integer({ min: 0, max: 12 }),
  }),
  { maxLength: 60 },
);

it('keeps what belongs to every account, whatever is staked and however time passes, and leaves nothing open in the end', () => {
  fc.assert(
    fc.property(moves, fc.bigInt({ min: 1n, max: 4n }), (sequence, slots) => {
      const world = smallWorld(slots);
      let height = 1;
      const pass = (blocks: number): void => {
        for (const last = height + blocks; height < last; height += 1) expireUnstakes(world, height);
      };
      for (const { who, value, blocks } of sequence) {
        const affordable = value <= wealthOf(world, who);
        const act = (): void => setStake(world, who, value, height);
        if (affordable) act();
        else expect(act).toThrow('OutOfBalance');
        for (const address of [ANN, BOB, CAT]) expect(wealthOf(world, address)).toBe(1000n);
        const open = unstakesOf(world, who);
        expect(open.length).toBeLessThanOrEqual(Number(slots));
        expect(open.every(({ height: ends }) => ends >= height)).toBe(true);
        pass(blocks);
      }
      const staked = [ANN, BOB, CAT].map((address) => stakeOf(world, address));
      expect(totalStakeOf(world)).toBe(staked.reduce((a, b) => a + b));
      pass(25);
      for (const address of [ANN, BOB, CAT]) expect(unstakesOf(world, address)).toEqual([]);
      const balances = [ANN, BOB, CAT].map((address) => balanceOf(world, address));
      expect([...balances, ...staked].reduce((a, b) => a + b)).toBe(supplyOf(world));
    }),
  );
});

it('locks for up to twenty terms of a hundred blocks in a world as it is founded', () => {
  const world = foundedWorld();
  expect(unstakeLockPeriod(world)).toBe(2000);
  setStake(world, wallet(0xfeed), 700_000_000n * 10n ** 18n, 1);
  expect(unstakeLockPeriod(world)).toBe(500);
});
