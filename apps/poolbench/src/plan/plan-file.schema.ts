import { z } from 'zod';
import { SCENARIO_IDS } from '../scenario/ids.ts';
import { Duration } from './duration.ts';

const Count = z.int().positive().max(100_000);
const Value = z.union([z.string(), z.number(), z.boolean(), z.null()]);

/** How a parameter's value is made: see `load/parameter.ts`. */
const ParameterEntry = z.union([
  z.strictObject({ integer: z.tuple([z.int(), z.int()]) }),
  z.strictObject({ text: z.int().nonnegative() }),
  z.strictObject({ uuid: z.literal(true) }),
  z.strictObject({ choice: z.array(Value).min(1) }),
  z.strictObject({ sequence: z.int() }),
  z.strictObject({ column: z.string() }),
]);

const StatementEntry = z.strictObject({
  text: z.string().min(1),
  values: z.array(ParameterEntry).optional(),
});

const OwnWorkload = z.strictObject({
  name: z.string().regex(/^[a-z][a-z0-9 _-]{0,40}$/i, 'must be letters, digits, spaces, _ and -'),
  /** Of one operation, one after another on one connection. */
  statements: z.array(StatementEntry).min(1),
  draw: z.record(z.string(), ParameterEntry).optional(),
  /** CSV with a header, or JSON Lines; beside the plan's file. */
  rows: z.string().optional(),
});

const WorkloadEntry = z.union([
  z.enum(['select', 'insert', 'read-write']),
  z.strictObject({ mix: z.strictObject({ share: z.number().gt(0).lt(1), sleep: Duration }) }),
  OwnWorkload,
]);

/** What a run must reach, or its exit code is 1. */
const ThresholdEntry = z.strictObject({
  arm: z.string(),
  workload: z.string(),
  atLeastPerSecond: z.number().positive().optional(),
  p99AtMost: Duration.optional(),
});

/** A plan of one's own. What is left out is as in `quick`. */
export const PlanFile = z.strictObject({
  name: z.string().regex(/^[a-z0-9][a-z0-9 ._-]{0,60}$/i, 'must be letters, digits, spaces, ., _ and -'),
  scenarios: z.array(z.enum(SCENARIO_IDS)).min(1).optional(),
  rounds: Count.optional(),
  cell: Duration.optional(),
  warmUp: Duration.optional(),
  probes: Count.optional(),
  /** Ways into a scratch server: what TLS and SCRAM cost, or every transport with every method of authentication. */
  entrances: z.enum(['few', 'all']).optional(),
  deadline: Duration.optional(),
  asking: Count.optional(),
  askingInSweep: Count.optional(),
  sizes: z.array(Count).min(1).optional(),
  roundTrips: z.array(Duration).min(1).optional(),
  threads: z.array(Count).optional(),
  processes: z.array(Count).optional(),
  instances: z.array(Count).min(1).optional(),
  rungs: Count.optional(),
  rung: Duration.optional(),
  objective: Duration.optional(),
  stall: Duration.optional(),
  soak: Duration.optional(),
  idle: z.array(z.int().nonnegative()).min(1).optional(),
  workloads: z.array(WorkloadEntry).min(1).optional(),
  /** A module that exports `createAdapter(arm, target)`: an arm of your own, measured in S11. */
  adapter: z.string().optional(),
  thresholds: z.array(ThresholdEntry).optional(),
});

export type PlanFile = z.infer<typeof PlanFile>;
export type WorkloadEntry = z.infer<typeof WorkloadEntry>;
