import type { Arm, Driver } from '../adapter/pool-adapter.ts';

/** Not keeping a connection at all: one is opened for each query. */
export const perQuery: Arm = {
  id: 'connection per query',
  driver: 'pg',
  keep: 'connection-per-query',
  size: 1,
  prepared: false,
};

/** The driver's pool made for each query, and thrown away after it. */
export const poolPerQuery: Arm = {
  id: 'pool per query',
  driver: 'pg',
  keep: 'pool-per-query',
  size: 1,
  prepared: false,
};

/** A pool of `pg` that is kept, with unnamed statements. */
export function poolOf(size: number): Arm {
  return { id: `pool of ${size}`, driver: 'pg', keep: 'pool', size, prepared: false };
}

/** A pool of either driver, with names for its statements or without. */
export function driverPool(driver: Driver, size: number, prepared: boolean): Arm {
  return {
    id: `${driver} ${prepared ? 'named' : 'unnamed'}, pool of ${size}`,
    driver,
    keep: 'pool',
    size,
    prepared,
  };
}

/** Connections that all callers share, who send without waiting for each other's answers. */
export function pipelined(driver: Driver, size: number, prepared: boolean): Arm {
  return {
    id: `${driver} ${prepared ? 'named' : 'unnamed'}, pipelined on ${size}`,
    driver,
    keep: 'pipelined',
    size,
    prepared,
  };
}

/** An adapter of somebody's own, by the module that makes it. */
export function ownPool(file: string, size: number): Arm {
  return { id: `own adapter, pool of ${size}`, driver: 'own', file, keep: 'pool', size, prepared: false };
}
