import { integerAt, setInteger } from './integers.ts';
import type { World } from './world.ts';

const depositKey = (contract: string): string => `deposit/${contract}`;

/** Coins that a contract's owner has put aside for the fees of its callers, in loop. */
export const depositOf = (world: World, contract: string): bigint => integerAt(world, depositKey(contract));

export function setDeposit(world: World, contract: string, amount: bigint): void {
  setInteger(world, depositKey(contract), amount);
}
