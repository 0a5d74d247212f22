import { readCpu, type CpuReading, type WatchedPids } from '../load/cpu.ts';
import type { ServerSeen, WaitSampler } from '../server/wait-sampler.ts';
import type { CellCpu } from './cell-end.ts';

/** What the server and the machine did during about a second of a load. */
export interface Meanwhile {
  /** That the CPU time is of. */
  readonly seconds: number;
  readonly cpu: UsedCpu;
  /** Null when the server answered nothing. */
  readonly server: ServerSeen | null;
}

/** CPU of a part of a cell. */
export type UsedCpu = Omit<CellCpu, 'eventLoop'>;

/** The kernel counts CPU time in hundredths of a second, and reading it takes a millisecond or two from the load. */
const LEAST_SECONDS = 0.25;
/** Where intervals are shorter still, one of several tells of so long: back-ends count their commits once a second. */
const ABOUT_A_SECOND = 0.9;

/** Tells at the end of an interval what was done since it told before; null when that is too short ago to tell. */
export type MeanwhileTeller = (intervalSeconds: number) => Meanwhile | null;

export function followMeanwhile(sampler: WaitSampler, pids: WatchedPids, begun: CpuReading): MeanwhileTeller {
  let before = begun;
  let toldAt = performance.now();
  return (intervalSeconds) => {
    const now = performance.now();
    const seconds = (now - toldAt) / 1000;
    if (intervalSeconds < LEAST_SECONDS && seconds < ABOUT_A_SECOND) return null;
    const after = readCpu(pids);
    const cpu = cpuBetween(before, after, seconds);
    before = after;
    toldAt = now;
    return { seconds, cpu, server: sampler.cut() };
  };
}

/** What was used between two readings so many seconds apart. */
export function cpuBetween(before: CpuReading, after: CpuReading, seconds: number): UsedCpu {
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
