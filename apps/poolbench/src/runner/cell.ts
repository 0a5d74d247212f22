import { performance } from 'node:perf_hooks';
import type { Arm, PoolAdapter } from '../adapter/pool-adapter.ts';
import type { Random } from '../domain/random.ts';
import { runClosedLoop, type LoopResult } from './closed-loop.ts';
import { readCpu } from './cpu.ts';
import type { Workload } from './workload.ts';

/** One point of a plan: an arm under a workload at a concurrency. */
export interface Cell {
  readonly arm: Arm;
  readonly workload: Workload;
  readonly concurrency: number;
  /** What it is measured for: keeping connections against not keeping them, or one pool size among others. */
  readonly part: 'comparison' | 'sweep';
}

/** A name that tells a cell from all others of its plan. */
export function cellName({ arm, workload, concurrency }: Cell): string {
  return `${arm.id} ${workload.name} ×${concurrency}`;
}

/** What one cell measured in one round. */
export interface CellRun {
  readonly cell: Cell;
  readonly round: number;
  readonly loop: LoopResult;
  /** Connections that the adapter opened meanwhile. */
  readonly opened: number;
  readonly cpu: {
    /** Seconds of CPU per second of the cell. */
    readonly client: number;
    readonly server: number | null;
    /** Of others on this machine, who may have spoilt the cell. */
    readonly foreign: number | null;
  };
  /** Share of the time in which the event loop was busy, 0 to 1: near 1 the client is the limit. */
  readonly eventLoop: number;
}

export interface CellTerms {
  readonly round: number;
  readonly seconds: number;
  readonly deadlineMs: number;
  readonly random: Random;
  readonly serverPid: number | null;
}

/** Measures one cell of one round with an adapter that is open. */
export async function runCell(cell: Cell, adapter: PoolAdapter, terms: CellTerms): Promise<CellRun> {
  const { round, seconds, deadlineMs, random, serverPid } = terms;
  const opened = adapter.stats().opened;
  const [cpu, busy, startedAt] = [readCpu(serverPid), performance.eventLoopUtilization(), performance.now()];
  const { workload, concurrency } = cell;
  const loop = await runClosedLoop({ adapter, workload, concurrency, seconds, deadlineMs, random });
  const elapsed = (performance.now() - startedAt) / 1000;
  const after = readCpu(serverPid);
  const client = (after.client - cpu.client) / elapsed;
  const server = difference(after.server, cpu.server, elapsed);
  const machine = difference(after.machine, cpu.machine, elapsed);
  return {
    cell,
    round,
    loop,
    opened: adapter.stats().opened - opened,
    cpu: {
      client,
      server,
      foreign: machine === null ? null : Math.max(0, machine - client - (server ?? 0)),
    },
    eventLoop: performance.eventLoopUtilization(busy).utilization,
  };
}

function difference(after: number | null, before: number | null, seconds: number): number | null {
  return after === null || before === null ? null : (after - before) / seconds;
}
