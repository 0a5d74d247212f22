import { formatInteger, parseInteger } from '@madang/icon';
import { credit, debit, supplyOf } from '../world/accounts.ts';
import { invalidParameter } from '../world/failure.ts';
import { integerAt, setInteger } from '../world/integers.ts';
import { networkValue } from '../world/network-values.ts';
import type { World } from '../world/world.ts';
import { lockPeriod } from './lock-period.ts';

/** Coins that are no longer staked, and not yet back. */
export interface Unstake {
  readonly amount: bigint;
  /** The block at whose end they are back. */
  readonly height: number;
}

/** Whom coins were given back. */
export interface GivenBack {
  readonly address: string;
  readonly amount: bigint;
}

const TOTAL = 'stake';
const stakeKey = (address: string): string => `stake/${address}`;
const unstakesKey = (address: string): string => `unstakes/${address}`;
/**
 * Who may have an unstake that ends at a height. Hardly more than one block writes such a list, because the next one's unstakes end
 * one block later; so it is kept as it is, and names that an increase of stake has made void stay in it.
 */
const endingKey = (height: number): string => `unstake-at/${height}`;

/** What an address has staked, in loop. */
export const stakeOf = (world: World, address: string): bigint => integerAt(world, stakeKey(address));

/** What all have staked together, in loop; open unstakes are not of it. */
export const totalStakeOf = (world: World): bigint => integerAt(world, TOTAL);

/** The open unstakes of an address, the first to end first. */
export function unstakesOf(world: World, address: string): readonly Unstake[] {
  const text = world.get(unstakesKey(address));
  if (text === null) return [];
  return (JSON.parse(text) as [string, number][]).map(([amount, height]) => ({
    amount: parseInteger(amount),
    height,
  }));
}

function setUnstakes(world: World, address: string, unstakes: readonly Unstake[]): void {
  const pairs = unstakes.map(({ amount, height }) => [formatInteger(amount), height]);
  world.set(unstakesKey(address), pairs.length === 0 ? null : JSON.stringify(pairs));
}

/** Blocks that an unstake would be locked now. */
export function unstakeLockPeriod(world: World): number {
  const period = networkValue(world, 'termPeriod');
  const blocks = lockPeriod({
    min: networkValue(world, 'lockMinMultiplier') * period,
    max: networkValue(world, 'lockMaxMultiplier') * period,
    totalStake: totalStakeOf(world),
    supply: supplyOf(world),
  });
  return Number(blocks);
}

/**
 * Stakes so much, and no longer what was staked before (goloop icon/iiss/extension.go). What is more comes from the open unstakes,
 * the last to end first, and then from the balance; what is less is locked first, for a time that the stake and the supply before
 * the change decide. Throws InvalidParameter for less than nothing, and OutOfBalance.
 *
 * @param height of the block in which this is done
 */
export function setStake(world: World, address: string, value: bigint, height: number): void {
  if (value < 0n) throw invalidParameter(`Failed to set stake: newStake=${value} < usingStake=0`);
  const change = value - stakeOf(world, address);
  if (change > 0n) increase(world, address, change);
  if (change < 0n) decrease(world, address, -change, height + unstakeLockPeriod(world));
  setInteger(world, stakeKey(address), value);
  setInteger(world, TOTAL, totalStakeOf(world) + change);
}

function increase(world: World, address: string, amount: bigint): void {
  const left = [...unstakesOf(world, address)];
  let missing = amount;
  while (missing > 0n) {
    const last = left.pop();
    if (last === undefined) break;
    if (last.amount > missing) left.push({ ...last, amount: last.amount - missing });
    missing -= last.amount < missing ? last.amount : missing;
  }
  debit(world, address, missing);
  setUnstakes(world, address, left);
}

function decrease(world: World, address: string, amount: bigint, height: number): void {
  const open = unstakesOf(world, address);
  const last = open.at(-1);
  const isFull = last !== undefined && open.length >= networkValue(world, 'unstakeSlotMax');
  const added = isFull
    ? { amount: last.amount + amount, height: Math.max(last.height, height) }
    : { amount, height };
  const others = isFull ? open.slice(0, -1) : open;
  const place = others.findLastIndex((other) => other.height <= added.height) + 1;
  setUnstakes(world, address, others.toSpliced(place, 0, added));
  addEnding(world, added.height, address);
}

const endingAt = (world: World, height: number): readonly string[] =>
  world.get(endingKey(height))?.split(' ') ?? [];

function addEnding(world: World, height: number, address: string): void {
  const names = endingAt(world, height);
  if (!names.includes(address)) world.set(endingKey(height), [...names, address].join(' '));
}

/**
 * Gives back what ends with a block, and tells whom what. The node does so behind the block's transactions (`OnExecutionEnd`), so
 * that they can stake it once more, but not spend it. To be done at every height.
 */
export function expireUnstakes(world: World, height: number): readonly GivenBack[] {
  const names = endingAt(world, height);
  if (names.length === 0) return [];
  world.set(endingKey(height), null);
  return names.map((address) => giveBack(world, address, height)).filter(({ amount }) => amount > 0n);
}

function giveBack(world: World, address: string, height: number): GivenBack {
  const open = unstakesOf(world, address);
  const ended = open.filter((unstake) => unstake.height <= height);
  const amount = ended.reduce((sum, unstake) => sum + unstake.amount, 0n);
  credit(world, address, amount);
  setUnstakes(world, address, open.slice(ended.length));
  return { address, amount };
}
