import { supplyOf } from '../world/accounts.ts';
import { integerAt, setInteger } from '../world/integers.ts';
import { networkValue } from '../world/network-values.ts';
import type { World } from '../world/world.ts';

/** A time in which the same P-Reps make the blocks. */
export interface Term {
  /** From 0. */
  readonly sequence: number;
  /** Heights of its first and its last block. */
  readonly start: number;
  readonly end: number;
  /** Blocks. */
  readonly period: number;
}

/** The term that a height is in. The first one begins with the block behind the genesis, which counts as one of it. */
export function termAt(world: World, height: number): Term {
  const period = Number(networkValue(world, 'termPeriod'));
  const sequence = Math.floor(Math.max(height - 1, 0) / period);
  const start = 1 + sequence * period;
  return { sequence, start, end: start + period - 1, period };
}

const SUPPLY = 'term/supply';

/** All coins that there were when the term began, in loop. */
export const termSupplyOf = (world: World): bigint => integerAt(world, SUPPLY);

/** Remembers the coins that there are, when a term begins. */
export function keepTermSupply(world: World): void {
  setInteger(world, SUPPLY, supplyOf(world));
}
