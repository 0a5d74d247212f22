import { insertRow, mixWithLong, readWrite, selectByKey } from '../load/workloads.ts';
import { SCENARIO_IDS } from '../scenario/ids.ts';
import { ALL_ENTRANCES } from '../scratch/entrance.ts';
import type { Plan } from './plan.ts';

/** Every scenario, on every network, with rounds enough for differences of a few percent: somewhat more than an hour. */
export function fullPlan(schema: string): Plan {
  return {
    name: 'full',
    // A/A first: what it finds is the smallest difference that the others may state.
    scenarios: ['S1', 'S15', ...SCENARIO_IDS.filter((id) => id !== 'S1' && id !== 'S15')],
    terms: {
      rounds: 10,
      cellSeconds: 1,
      mostWarmUpSeconds: 5,
      probes: 100,
      entrances: ALL_ENTRANCES,
      deadlineMs: 10_000,
      asking: 10,
      askingInSweep: 64,
      sizes: [1, 2, 3, 5, 10, 20, 50],
      workloads: [
        selectByKey(schema),
        insertRow(schema),
        readWrite(schema),
        mixWithLong(schema, { share: 0.02, sleepSeconds: 0.05 }),
      ],
      roundTripsMs: [0, 0.5, 2, 20],
      crews: [
        { kind: 'threads', members: 2 },
        { kind: 'processes', members: 2 },
      ],
      instances: [1, 2, 4, 8],
      ladder: { rungs: 8, secondsPerRung: 2 },
      objectiveMs: 20,
      stallMs: 400,
      soakSeconds: 300,
      idle: [0, 20, 50, 90],
    },
  };
}
