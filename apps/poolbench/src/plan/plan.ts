import type { WorkloadSpec } from '../load/workload.ts';
import type { Crew } from '../run/cell.ts';
import type { Entrance } from '../scratch/entrance.ts';
import type { ScenarioId } from '../scenario/ids.ts';

/** What is measured, how long, and on what terms. */
export interface Plan {
  readonly name: string;
  readonly scenarios: readonly ScenarioId[];
  readonly terms: PlanTerms;
  /** Those workloads whose statements are somebody's own, and may change somebody's data. */
  readonly ownWorkloads?: readonly WorkloadSpec[];
  /** What the run must reach; nothing unless given. */
  readonly thresholds?: readonly Threshold[];
}

/** What a cell must reach over all its rounds. */
export interface Threshold {
  readonly arm: string;
  readonly workload: string;
  /** Operations, by the median of the rounds. */
  readonly atLeastPerSecond: number | null;
  readonly p99AtMostMs: number | null;
}

/** What all scenarios of a plan go by. */
export interface PlanTerms {
  /** Times that each cell is measured; the round is the unit of every statistic. */
  readonly rounds: number;
  /** Of one cell in one round. */
  readonly cellSeconds: number;
  /** Longest time that an arm may take until its throughput is steady, before it is measured. */
  readonly mostWarmUpSeconds: number;
  /** Times that a connection is opened and taken apart, stage by stage. */
  readonly probes: number;
  /** Ways into a scratch server that are taken apart; any other server has the one that it is named by. */
  readonly entrances: readonly Entrance[];
  /** Longest time of one operation, in milliseconds. */
  readonly deadlineMs: number;
  /** Workers that ask at the same time where keeping connections is compared with not keeping them. */
  readonly asking: number;
  /** Workers that ask at the same time in the sweep of pool sizes. */
  readonly askingInSweep: number;
  /** Pool sizes of the sweep, rising. */
  readonly sizes: readonly number[];
  readonly workloads: readonly WorkloadSpec[];
  /** Round trips that the delaying proxy adds, in milliseconds. */
  readonly roundTripsMs: readonly number[];
  /** Threads and processes that are compared with one loop; none to leave that out. */
  readonly crews: readonly Crew[];
  /** Instances of an application that share the server: what each one's pool may be. */
  readonly instances: readonly number[];
  /** Rungs of the rate ladder, from a tenth of what a closed loop reaches to more than all of it, and how long each is stood on in a round. */
  readonly ladder: { readonly rungs: number; readonly secondsPerRung: number };
  /** Response time at the 99th percentile that users are promised, in milliseconds. */
  readonly objectiveMs: number;
  /** How long the server is made to stand still, in milliseconds. */
  readonly stallMs: number;
  /** Length of the soak. */
  readonly soakSeconds: number;
  /** Idle connections beside a busy pool, rising. */
  readonly idle: readonly number[];
  /** Absolute path of a module with an adapter of one's own, for the comparison of drivers. */
  readonly adapterFile?: string;
}
