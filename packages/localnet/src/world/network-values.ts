import { integerAt, setInteger } from './integers.ts';
import type { World } from './world.ts';

/**
 * What is settled about the network at genesis, some of which governance can change: loop for a step, the revision, steps of a
 * transaction and of a query at most, blocks of a term, how many terms an unstake is locked at least and at most, how many an
 * account can have open, and what the chain does (a sum of flags, as `getServiceConfig` tells).
 */
export type NetworkValue =
  | 'stepPrice'
  | 'revision'
  | 'invokeLimit'
  | 'queryLimit'
  | 'termPeriod'
  | 'lockMinMultiplier'
  | 'lockMaxMultiplier'
  | 'unstakeSlotMax'
  | 'serviceConfig';

const keyOf = (name: NetworkValue): string => `network/${name}`;

export const networkValue = (world: World, name: NetworkValue): bigint => integerAt(world, keyOf(name));

export function setNetworkValue(world: World, name: NetworkValue, value: bigint): void {
  setInteger(world, keyOf(name), value);
}
