import type { Arm } from '../adapter/pool-adapter.ts';
import type { Cell } from '../runner/cell.ts';
import { insertRow, selectByKey, type Workload } from '../runner/workload.ts';

/** What is measured, in which order and how long. */
export interface Plan {
  readonly cells: readonly Cell[];
  readonly rounds: number;
  /** Of one cell in one round. */
  readonly cellSeconds: number;
  /** Before the first round, for each cell. */
  readonly warmUpSeconds: number;
  /** Times that a connection is opened and taken apart, stage by stage. */
  readonly probes: number;
  /** Of one operation. */
  readonly deadlineMs: number;
}

/** As many workers as ask at the same time in the comparison of keeping and not keeping connections. */
const ASKING = 10;
/** Enough that the largest pool of the sweep is always asked for. */
const ASKING_IN_SWEEP = 32;
const SIZES = [1, 2, 5, 10, 20];

const perQuery: Arm = arm('connection per query', 'connection-per-query', 1);
const perPool: Arm = arm('pool per query', 'pool-per-query', 1);

/**
 * Two minutes: what a connection costs, what keeping it saves, how large the pool should be.
 */
export function quickPlan(schema: string): Plan {
  const workloads = [selectByKey(schema), insertRow(schema)];
  return {
    cells: workloads.flatMap((workload) => [...comparison(workload), ...sweep(workload)]),
    rounds: 6,
    cellSeconds: 0.5,
    warmUpSeconds: 1,
    probes: 20,
    deadlineMs: 10_000,
  };
}

function comparison(workload: Workload): Cell[] {
  return [perQuery, perPool, pool(1), pool(ASKING)].map((one) => ({
    arm: one,
    workload,
    concurrency: ASKING,
    part: 'comparison',
  }));
}

function sweep(workload: Workload): Cell[] {
  return SIZES.map((size) => ({ arm: pool(size), workload, concurrency: ASKING_IN_SWEEP, part: 'sweep' }));
}

function pool(size: number): Arm {
  return arm(`pool of ${size}`, 'pool', size);
}

function arm(id: string, keep: Arm['keep'], size: number): Arm {
  return { id, driver: 'pg', keep, size, prepared: false };
}
