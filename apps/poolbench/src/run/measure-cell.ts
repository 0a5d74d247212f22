import type { Database } from '@madang/pg';
import type { PoolAdapter } from '../adapter/pool-adapter.ts';
import type { Random } from '../domain/random.ts';
import { eventLoopSince, readCpu, type CpuReading } from '../load/cpu.ts';
import { runLoad, type LoadInterval, type LoadResult } from '../load/load.ts';
import { createWorkload } from '../load/workload.ts';
import { growthOf, readCounters, type ServerCounters } from '../server/counters.ts';
import { sampleWaits, type WaitCounts } from '../server/wait-sampler.ts';
import type { Cell } from './cell.ts';
import type { CellCpu } from './cell-end.ts';

/** Who watches the server from outside, and which processes are whose. */
export interface Watch {
  readonly database: Database;
  readonly serverPid: number | null;
  readonly poolerPid: number | null;
}

export interface CellTerms {
  readonly seconds: number;
  readonly deadlineMs: number;
  readonly random: Random;
  readonly signal: AbortSignal;
  readonly onInterval?: (interval: LoadInterval) => void;
  readonly intervalSeconds?: number;
}

/** What one client did in a cell, with what the machine and the server did meanwhile. */
export interface Seen {
  readonly elapsedSeconds: number;
  readonly result: LoadResult;
  readonly cpu: CellCpu;
  readonly server: ServerCounters;
  readonly waits: WaitCounts;
}

/** Puts one cell's load on an adapter that is open, and watches. */
export async function measureCell(
  { arm, workload, load }: Cell,
  adapter: PoolAdapter,
  watch: Watch,
  terms: CellTerms,
): Promise<Seen> {
  const { done, seen } = await whileWatching(watch, arm.id, () =>
    runLoad({ adapter, workload: createWorkload(workload), load, ...terms }),
  );
  return { ...seen, result: done };
}

type Surroundings = Omit<Seen, 'result'>;

/** Does something, and tells what server and machine did meanwhile. */
export async function whileWatching<T>(
  { database, serverPid, poolerPid }: Watch,
  applicationName: string,
  work: () => Promise<T>,
): Promise<{ readonly done: T; readonly seen: Surroundings }> {
  const counters = await readCounters(database);
  const sampler = sampleWaits(database, applicationName);
  const cpu = readCpu({ serverPid, poolerPid });
  const startedAt = performance.now();
  let done: T;
  try {
    done = await work();
  } catch (error) {
    await sampler.stop();
    throw error;
  }
  const elapsedSeconds = (performance.now() - startedAt) / 1000;
  const eventLoop = eventLoopSince(cpu);
  const used = { ...cpuBetween(cpu, readCpu({ serverPid, poolerPid }), elapsedSeconds), eventLoop };
  const waits = await sampler.stop();
  const server = growthOf(counters, await readCounters(database));
  return { done, seen: { elapsedSeconds, cpu: used, waits, server } };
}

function cpuBetween(before: CpuReading, after: CpuReading, seconds: number): Omit<CellCpu, 'eventLoop'> {
  const client = after.client - before.client;
  const [server, pooler, machine] = (['server', 'pooler', 'machine'] as const).map((name) =>
    difference(after[name], before[name]),
  ) as [number | null, number | null, number | null];
  const ours = client + (server ?? 0) + (pooler ?? 0);
  return {
    client,
    server,
    pooler,
    // Without the server's own processes, what it uses would count as somebody else's.
    foreign: machine === null || server === null ? null : Math.max(0, machine - ours) / seconds,
  };
}

function difference(after: number | null, before: number | null): number | null {
  return after === null || before === null ? null : after - before;
}
