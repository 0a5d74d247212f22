import { formatInteger, parseInteger } from '@madang/icon';
import type { World } from './world.ts';

/** The integer of a key; 0 where there is none. */
export function integerAt(world: World, key: string): bigint {
  const text = world.get(key);
  return text === null ? 0n : parseInteger(text);
}

/** Keeps an integer, and nothing for 0, so that what was emptied takes no room. */
export function setInteger(world: World, key: string, value: bigint): void {
  world.set(key, value === 0n ? null : formatInteger(value));
}
