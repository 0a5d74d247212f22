import type { Arm, PoolAdapter } from '../adapter/pool-adapter.ts';
import type { LoadInterval } from '../load/load.ts';

/** How a pool was at a moment. */
export interface PoolLevels {
  /** Connections lent out. */
  readonly active: number;
  readonly idle: number;
  /** Being opened; null where the driver does not tell. */
  readonly connecting: number | null;
  /** Callers that wait for a connection. */
  readonly pending: number;
}

/** Follows a pool while a load is on it. */
export interface PoolFollower {
  /** How it was at the end of an interval; null when the load was over before anybody looked. */
  at(interval: LoadInterval): PoolLevels | null;
  stop(): void;
}

const PERIOD_MS = 50;

/** @param isOver whether a load is over that has nothing in flight any more: then the pool is told as it was last seen at work */
export function followPool(
  arm: Arm,
  adapter: PoolAdapter,
  isOver: (elapsedSeconds: number) => boolean,
): PoolFollower {
  let last: PoolLevels | null = null;
  const timer = setInterval(() => {
    const { acquired, released, pending } = adapter.stats();
    last = levelsOf(arm, adapter, { inUse: acquired - released, pending });
  }, PERIOD_MS);
  return {
    at: (interval) =>
      interval.inFlight === 0 && isOver(interval.elapsedSeconds) ? last : levelsOf(arm, adapter, interval),
    stop: () => clearInterval(timer),
  };
}

function levelsOf(
  arm: Arm,
  adapter: PoolAdapter,
  { inUse, pending }: Pick<LoadInterval, 'inUse' | 'pending'>,
): PoolLevels {
  const { idle, open } = adapter.stats();
  return { active: inUse, idle, connecting: connectingOf(arm, open, pending), pending };
}

/** Where each opens its own, all who wait are connecting; a pool that has as many as it may have opens no more. */
function connectingOf({ keep, size }: Arm, open: number, pending: number): number | null {
  if (keep === 'connection-per-query' || keep === 'pool-per-query') return pending;
  return open >= size ? 0 : null;
}
