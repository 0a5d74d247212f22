import { ADDRESS } from '@madang/icon';
import type { Execution } from '../execute/execution.ts';
import { nodeLog, writeLog } from '../execute/log.ts';
import { networkValue } from '../world/network-values.ts';
import type { World } from '../world/world.ts';

/** The revision from which on the system contract writes to the log what governance changes. */
const LOGGED_FROM = 24n;

/** An event about a change that governance makes. */
export interface Change {
  readonly signature: string;
  /** Addresses. */
  readonly indexed: readonly string[];
  readonly data: readonly string[];
}

/** Writes a change to the log, where the revision has that: the revision before it, when the change is one of the revision. */
export function tellChange(execution: Execution, world: World, { signature, indexed, data }: Change): void {
  if (networkValue(world, 'revision') < LOGGED_FROM) return;
  writeLog(execution, nodeLog(ADDRESS.system, signature, indexed, data));
}
