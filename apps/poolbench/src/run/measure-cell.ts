import type { Database } from '@madang/pg';
import type { PoolAdapter } from '../adapter/pool-adapter.ts';
import type { Random } from '../domain/random.ts';
import { eventLoopSince, readCpu, type WatchedPids } from '../load/cpu.ts';
import { runLoad, type LoadInterval, type LoadResult } from '../load/load.ts';
import { createWorkload } from '../load/workload.ts';
import { growthOf, readCounters, type ServerCounters } from '../server/counters.ts';
import { sampleWaits, type WaitCounts } from '../server/wait-sampler.ts';
import type { Cell } from './cell.ts';
import type { CellCpu } from './cell-end.ts';
import { cpuBetween, followMeanwhile, type Meanwhile, type MeanwhileTeller } from './meanwhile.ts';

/** Who watches the server from outside, and which processes are whose. */
export interface Watch extends WatchedPids {
  readonly database: Database;
}

export interface CellTerms {
  readonly seconds: number;
  readonly deadlineMs: number;
  readonly random: Random;
  readonly signal: AbortSignal;
  /** Told of each interval, and of what the server and the machine did in it; of the latter null when it is too short to tell. */
  readonly onInterval?: (interval: LoadInterval, meanwhile: Meanwhile | null) => void;
  readonly intervalSeconds?: number;
  /** Told when the load begins. */
  readonly onLoad?: () => void;
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
  { onInterval, onLoad, ...terms }: CellTerms,
): Promise<Seen> {
  const { done, seen } = await whileWatching(watch, arm.id, (meanwhile) => {
    onLoad?.();
    return runLoad({
      ...{ adapter, workload: createWorkload(workload), load, ...terms },
      ...(onInterval && { onInterval: (interval) => onInterval(interval, meanwhile(interval.seconds)) }),
    });
  });
  return { ...seen, result: done };
}

type Surroundings = Omit<Seen, 'result'>;

/** Does something, and tells what server and machine did meanwhile; of its parts, too, when it asks. */
export async function whileWatching<T>(
  { database, ...pids }: Watch,
  applicationName: string,
  work: (meanwhile: MeanwhileTeller) => Promise<T>,
): Promise<{ readonly done: T; readonly seen: Surroundings }> {
  const counters = await readCounters(database);
  const sampler = sampleWaits(database, applicationName, { at: performance.now(), counters });
  const cpu = readCpu(pids);
  const startedAt = performance.now();
  let done: T;
  try {
    done = await work(followMeanwhile(sampler, pids, cpu));
  } catch (error) {
    await sampler.stop();
    throw error;
  }
  const elapsedSeconds = (performance.now() - startedAt) / 1000;
  const eventLoop = eventLoopSince(cpu);
  const used = { ...cpuBetween(cpu, readCpu(pids), elapsedSeconds), eventLoop };
  const waits = await sampler.stop();
  const server = growthOf(counters, await readCounters(database));
  return { done, seen: { elapsedSeconds, cpu: used, waits, server } };
}
