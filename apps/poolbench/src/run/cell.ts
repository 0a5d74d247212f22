import type { Arm } from '../adapter/pool-adapter.ts';
import type { Load } from '../load/load.ts';
import type { WorkloadSpec } from '../load/workload.ts';
import { routeName, type Route } from './route.ts';

/** One point of a plan: an arm, on a way to the server, under a workload at a load. */
export interface Cell {
  readonly arm: Arm;
  readonly workload: WorkloadSpec;
  readonly load: Load;
  /** Straight to the server unless given. */
  readonly route?: Route;
  /** What is special about its surroundings, as its name tells it: `beside 50 idle`. */
  readonly where?: string;
  /** More than one client, each with an arm of its own that has a share of the load; one in this very loop unless given. */
  readonly crew?: Crew;
  /** Whether its connections are there when it begins: warm, after round 0, unless given. */
  readonly poolState?: 'cold' | 'warm';
  /** Known before it is measured: why no verdict may rest on it. */
  readonly flags?: readonly string[];
}

/** Clients that measure together: in threads of this process, or in processes of their own. */
export interface Crew {
  readonly kind: 'threads' | 'processes';
  readonly members: number;
}

/** A name that tells a cell from all others of its scenario. */
export function cellName({ arm, workload, load, route, where = '', crew }: Cell): string {
  const asking = load.model === 'closed' ? `×${load.workers}` : `${load.arrivals} ${load.rate}/s`;
  const ways = [routeName(route), where, crew === undefined ? '' : `in ${crew.members} ${crew.kind}`];
  return [arm.id, workload.name, asking, ...ways].filter((part) => part !== '').join(' ');
}
