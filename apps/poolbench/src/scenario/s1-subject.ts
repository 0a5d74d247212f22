import type { ProbeTarget } from '../prober/target.ts';
import type { Bench } from '../run/bench.ts';
import { routeName, type Route } from '../run/route.ts';
import { entranceName, usualEntrance, type Entrance } from '../scratch/entrance.ts';
import { delays } from './delays.ts';

/** A way to the server that is taken apart. */
export interface Subject {
  /** Name of its cell. */
  readonly cell: string;
  readonly target: ProbeTarget;
  /** Straight unless given. */
  readonly route?: Route | undefined;
  /** By which a server of our own is entered; where there is none, the server has only the one that it is named by. */
  readonly entrance?: Entrance | undefined;
}

/** The networks of the plan, and on a server of our own, straight, its entrances. */
export async function subjectsOf(bench: Bench): Promise<Subject[]> {
  const { terms, server } = bench;
  const own = server.entrance === undefined ? null : await entered(terms.entrances, server.entrance);
  const subjects: Subject[] = [...(own ?? [])];
  for (const route of delays(terms)) {
    if (own !== null && route === undefined) continue;
    const head = own === null ? 'anatomy' : entranceName(usualEntrance);
    const { target } = await bench.way(route);
    subjects.push({ cell: `${head} ${routeName(route)}`.trimEnd(), target, route });
  }
  return subjects;
}

type Enter = NonNullable<Bench['server']['entrance']>;

async function entered(entrances: readonly Entrance[], enter: Enter): Promise<Subject[]> {
  const subjects: Subject[] = [];
  for (const entrance of entrances)
    subjects.push({ cell: entranceName(entrance), target: await enter(entrance), entrance });
  return subjects;
}
