import type { Execution } from '../execute/execution.ts';
import { contractAt, setContract } from '../world/contracts.ts';
import type { World } from '../world/world.ts';
import { tellChange } from './change-log.ts';

const KEY = 'blocked-scores';

/** Contracts that governance has blocked, in the order in which it did. */
export const blockedScores = (world: World): readonly string[] => world.get(KEY)?.split(' ') ?? [];

/** Whether a contract was blocked. */
export const isBlocked = (world: World, address: string): boolean =>
  contractAt(world, address)?.blocked === true;

/** Blocks a contract, or lets it run again. What is so already, and what is no contract, stays as it is. */
export function setBlocked(execution: Execution, world: World, address: string, blocked: boolean): void {
  const contract = contractAt(world, address);
  if (contract === null || (contract.blocked === true) === blocked) return;
  const { blocked: _, ...open } = contract;
  setContract(world, address, blocked ? { ...open, blocked } : open);
  const others = blockedScores(world).filter((other) => other !== address);
  const now = blocked ? [...others, address] : others;
  world.set(KEY, now.length === 0 ? null : now.join(' '));
  tellChange(execution, world, {
    signature: 'AccountBlockedSet(Address,bool)',
    indexed: [address],
    data: [blocked ? '0x1' : '0x0'],
  });
}
