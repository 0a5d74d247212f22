import type { PlanTerms } from '../plan/plan.ts';
import type { Route } from '../run/route.ts';

/** The networks of a plan as routes: straight for no delay, through the delaying proxy for others. */
export function delays({ roundTripsMs }: PlanTerms): (Route | undefined)[] {
  return roundTripsMs.map((roundTripMs) => (roundTripMs === 0 ? undefined : { kind: 'delay', roundTripMs }));
}
