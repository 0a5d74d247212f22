import type { PlanTerms } from '../plan/plan.ts';

type Rounds = Pick<PlanTerms, 'rounds' | 'cellSeconds'>;

/** Seconds until a cell's throughput is steady, as a rule. */
const WARM_UP_S = 2.5;
/** Seconds around each cell: to have its connections again, to ask the server before and after. */
const AROUND_S = 0.15;
/** Seconds in which the members of a crew start, connect and warm up; they are new in each round. */
const CREW_START_S = 4;

/** Seconds that so many cells take: each is warmed up once, and measured in every round. */
export function secondsOfCells(cells: number, { rounds, cellSeconds }: Rounds): number {
  return cells * (rounds * (cellSeconds + AROUND_S) + WARM_UP_S);
}

/** Seconds that so many cells of crews take. */
export function secondsOfCrews(cells: number, { rounds, cellSeconds }: Rounds): number {
  return cells * rounds * (cellSeconds + CREW_START_S);
}
