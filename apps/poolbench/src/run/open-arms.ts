import { loadAdapter } from '../adapter/load-adapter.ts';
import type { Arm, PoolAdapter } from '../adapter/pool-adapter.ts';
import type { Target } from '../adapter/target.ts';
import { routeName, type Route } from './route.ts';

/** The adapters of a scenario, open for as long as the server has room for all that they keep. */
export interface OpenArms {
  /** The open adapter of an arm on a way. One that had to give way to others has its connections again. */
  of(arm: Arm, route?: Route): Promise<PoolAdapter>;
  /** Closes those that nobody has used for longest, until the server has room for so many connections. */
  makeRoom(connections: number): Promise<void>;
  /** Connections that were ever opened. */
  opened(): Promise<number>;
  close(): Promise<void>;
}

interface OpenArmsTerms {
  /** Where a way leads to. */
  readonly targetOf: (route: Route | undefined) => Promise<Target>;
  /** Connections that the server has for us. */
  readonly room: number;
  readonly deadlineMs: number;
}

interface Open {
  readonly adapter: Promise<PoolAdapter>;
  /** Connections that it may come to keep. */
  readonly most: number;
}

/** No adapter is open yet. */
export function createOpenArms({ targetOf, room, deadlineMs }: OpenArmsTerms): OpenArms {
  // In the order in which they were last asked for.
  const open = new Map<string, Open>();
  const gaveWay = new Set<string>();
  let openedByClosed = 0;

  const kept = (): number => [...open.values()].reduce((sum, { most }) => sum + most, 0);
  const makeRoom = async (connections: number): Promise<void> => {
    for (const [key, one] of open) {
      if (kept() + connections <= room) return;
      const adapter = await one.adapter;
      if (isInUse(adapter)) continue;
      open.delete(key);
      gaveWay.add(key);
      await adapter.close();
      openedByClosed += adapter.stats().opened;
    }
  };
  const start = async (arm: Arm, route: Route | undefined, again: boolean): Promise<PoolAdapter> => {
    const adapter = await loadAdapter(arm, await targetOf(route));
    await adapter.open();
    if (again) await fill(adapter, arm.size, deadlineMs);
    return adapter;
  };
  return {
    async of(arm, route) {
      const key = `${arm.id}\n${routeName(route)}`;
      const known = open.get(key);
      if (known === undefined) await makeRoom(keptBy(arm));
      open.delete(key);
      const one = known ?? { adapter: start(arm, route, gaveWay.has(key)), most: keptBy(arm) };
      open.set(key, one);
      return one.adapter;
    },
    makeRoom,
    async opened() {
      const adapters = await Promise.all([...open.values()].map(({ adapter }) => adapter));
      return adapters.reduce((sum, adapter) => sum + adapter.stats().opened, openedByClosed);
    },
    async close() {
      // One that could not be opened has nothing to close, and was told of when it was asked for.
      await Promise.allSettled([...open.values()].map(async ({ adapter }) => (await adapter).close()));
    },
  };
}

function keptBy({ keep, size }: Arm): number {
  return keep === 'pool' || keep === 'pipelined' ? size : 0;
}

function isInUse(adapter: PoolAdapter): boolean {
  const { acquired, released } = adapter.stats();
  return acquired > released;
}

/** Lets a pool open all its connections. Those that it does not get are opened when they are needed, and fail there. */
async function fill(adapter: PoolAdapter, size: number, deadlineMs: number): Promise<void> {
  const signal = AbortSignal.timeout(deadlineMs);
  const held = await Promise.allSettled(Array.from({ length: size }, () => adapter.acquire(signal)));
  for (const one of held) if (one.status === 'fulfilled') adapter.release(one.value);
}
