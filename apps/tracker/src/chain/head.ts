import { headVersion, readStatus, type ChainStatus } from '@madang/indexer';
import type { Queryable } from '@madang/pg';

/** Name of the explorer's projection, by which its cursor is found. */
export const PROJECTION = 'tracker';

/** The height up to which the explorer is written, as text: what answers about the chain's head depend on. */
export function trackerHead(database: Queryable): Promise<string> {
  return headVersion(database, PROJECTION);
}

/** How far the explorer is and what it waits for; another projection that catches up does not matter here. */
export function trackerStatus(database: Queryable): Promise<ChainStatus> {
  return readStatus(database, PROJECTION);
}
