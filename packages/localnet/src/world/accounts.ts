import { invalidParameter, outOfBalance } from './failure.ts';
import { integerAt, setInteger } from './integers.ts';
import type { World } from './world.ts';

const balanceKey = (address: string): string => `balance/${address}`;
const SUPPLY = 'supply';

/** What an address can spend, in loop: neither staked nor deposited. */
export const balanceOf = (world: World, address: string): bigint => integerAt(world, balanceKey(address));

/** All coins there are, in loop. */
export const supplyOf = (world: World): bigint => integerAt(world, SUPPLY);

/** Puts coins on an account; where they come from is the caller's concern. */
export function credit(world: World, address: string, amount: bigint): void {
  setInteger(world, balanceKey(address), balanceOf(world, address) + amount);
}

/** Takes coins from an account. Throws OutOfBalance, and InvalidParameter for less than nothing. */
export function debit(world: World, address: string, amount: bigint): void {
  if (amount < 0n) throw invalidParameter('NegativeAmount');
  const balance = balanceOf(world, address);
  if (balance < amount) throw outOfBalance();
  setInteger(world, balanceKey(address), balance - amount);
}

/** Moves coins between accounts. Throws OutOfBalance. */
export function move(world: World, from: string, to: string, amount: bigint): void {
  debit(world, from, amount);
  credit(world, to, amount);
}

/** Makes coins that were not there. */
export function issue(world: World, to: string, amount: bigint): void {
  setInteger(world, SUPPLY, supplyOf(world) + amount);
  credit(world, to, amount);
}

/** Takes coins out of the world. Throws OutOfBalance. */
export function burn(world: World, from: string, amount: bigint): void {
  debit(world, from, amount);
  setInteger(world, SUPPLY, supplyOf(world) - amount);
}
