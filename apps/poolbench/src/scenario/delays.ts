import type { WorkloadSpec } from '../load/workload.ts';
import type { PlanTerms } from '../plan/plan.ts';
import type { Route } from '../run/route.ts';

/** The networks of a plan as routes: straight for no delay, through the delaying proxy for others. */
export function delays({ roundTripsMs }: Pick<PlanTerms, 'roundTripsMs'>): (Route | undefined)[] {
  return roundTripsMs.map((roundTripMs) => (roundTripMs === 0 ? undefined : { kind: 'delay', roundTripMs }));
}

/** A workload, and the network that it is put on. */
export interface OnNetwork {
  readonly workload: WorkloadSpec;
  readonly route: Route | undefined;
}

/**
 * Every workload on the straight way, and the first one on each network: a longer way is the same for all, and the cheapest statement
 * shows best what it does.
 */
export function onNetworks(terms: Pick<PlanTerms, 'roundTripsMs' | 'workloads'>): OnNetwork[] {
  return delays(terms).flatMap((route) =>
    (route === undefined ? terms.workloads : terms.workloads.slice(0, 1)).map((workload) => ({
      workload,
      route,
    })),
  );
}
