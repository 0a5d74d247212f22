import { insertRow, selectByKey } from '../load/workloads.ts';
import { FEW_ENTRANCES } from '../scratch/entrance.ts';
import type { Plan } from './plan.ts';

/** Two minutes: what a connection costs, what keeping it saves, how large the pool should be. */
export function quickPlan(schema: string): Plan {
  return {
    name: 'quick',
    scenarios: ['S1', 'S15', 'S2', 'S3'],
    terms: {
      rounds: 6,
      cellSeconds: 0.5,
      mostWarmUpSeconds: 10,
      probes: 60,
      entrances: FEW_ENTRANCES,
      deadlineMs: 10_000,
      asking: 10,
      // Enough that the largest pool of the sweep is always asked for.
      askingInSweep: 32,
      sizes: [1, 2, 5, 10, 20],
      workloads: [selectByKey(schema), insertRow(schema)],
      roundTripsMs: [0],
      crews: [],
      instances: [1, 2, 4],
      ladder: { rungs: 8, secondsPerRung: 2 },
      objectiveMs: 20,
      stallMs: 400,
      soakSeconds: 60,
      idle: [0, 50, 90],
    },
  };
}
