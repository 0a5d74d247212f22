import type { WorkloadSpec } from '../load/workload.ts';
import type { Comparison } from '../judge/comparison.ts';
import type { Phrase } from '../record/schema/phrase.schema.ts';
import type { Bench } from '../run/bench.ts';
import type { Cell, Crew } from '../run/cell.ts';
import { routeName } from '../run/route.ts';
import { readCounters } from '../server/counters.ts';
import { perQuery, poolOf, poolPerQuery } from './arms.ts';
import { compareCells, type CellPair } from './compare-cells.ts';
import { onNetworks, type OnNetwork } from './delays.ts';
import { s2 } from './s2.words.ts';
import { secondsOfCells, secondsOfCrews } from './planned-time.ts';
import type { Scenario } from './scenario.ts';
import { timesPhrase } from './shared-phrases.ts';
import { check } from './verdicts.ts';

/**
 * Whether keeping connections pays: none kept, a pool made for each query, a pool of one, a pool as large as there are askers; on every
 * network; and whether several threads or processes with a pool each do more than one.
 */
export const keeping: Scenario = {
  id: 'S2',
  title: 'keeping connections or not',
  seconds: (terms) => {
    const { workloads, crews } = terms;
    const alone = crews.length === 0 ? 0 : workloads.length;
    return (
      secondsOfCells(4 * onNetworks(terms).length + alone, terms) +
      secondsOfCrews(crews.length * workloads.length, terms)
    );
  },
  async run(bench) {
    const sessions = await sessionsOf(bench);
    const trios = onNetworks(bench.terms).map((on) => trioOf(bench, on));
    await bench.interleave(trios.flatMap(({ all }) => all));
    await compareCells(bench, 'S2', trios.flatMap(pairsOf));
    await checkSessions(bench, sessions);
    await compareCrews(bench);
  },
};

interface Trio {
  readonly none: Cell;
  readonly each: Cell;
  readonly kept: Cell;
  readonly all: readonly Cell[];
}

function trioOf({ terms: { asking } }: Bench, { workload, route }: OnNetwork): Trio {
  const [none, each, one, kept] = [perQuery, poolPerQuery, poolOf(1), poolOf(asking)].map((arm): Cell => ({
    arm,
    workload,
    load: { model: 'closed', workers: asking },
    ...(route && { route }),
  })) as [Cell, Cell, Cell, Cell];
  return { none, each, kept, all: [none, each, one, kept] };
}

function pairsOf({ none, each, kept }: Trio): CellPair[] {
  return [
    { cell: kept, against: none, says: (found) => keptPhrase(kept, found) },
    { cell: each, against: none, says: (found) => eachPhrase(each, found) },
  ];
}

function keptPhrase(cell: Cell, found: Comparison): Phrase {
  return s2.say('kept', {
    workload: workloadOf(cell),
    arm: cell.arm.id,
    times: timesPhrase(found),
    asking: cell.load.model === 'closed' ? cell.load.workers : 0,
  });
}

function eachPhrase(cell: Cell, found: Comparison): Phrase {
  return s2.say('each', {
    workload: workloadOf(cell),
    times: timesPhrase(found),
    end: found.verdict === 'better' ? [] : s2.say('savesNothing'),
  });
}

function workloadOf({ workload, route }: Cell): string {
  return [workload.name, routeName(route)].join(' ').trimEnd();
}

async function sessionsOf({ database }: Bench): Promise<number> {
  return (await readCounters(database))['pg_stat_database.sessions'] ?? 0;
}

/** The server counts a session when it begins; ours must be as many as the arms say they opened. On another server others open some too. */
async function checkSessions(bench: Bench, before: number): Promise<void> {
  if (bench.signal.aborted || !bench.server.scratch) return;
  const opened = await bench.opened();
  const counted = (await sessionsOf(bench)) - before;
  await bench.verdict(
    check(counted === opened, s2.say('sessions', { counted, opened }), { value: counted - opened }),
  );
}

/** One loop with one pool, against as many connections shared out to threads, or to processes, with a loop and a pool each. */
async function compareCrews(bench: Bench): Promise<void> {
  const { workloads, crews, askingInSweep } = bench.terms;
  if (crews.length === 0 || bench.signal.aborted) return;
  const size = 2 * Math.max(...crews.map(({ members }) => members));
  const cellOf = (workload: WorkloadSpec, crew?: Crew): Cell => ({
    arm: poolOf(crew === undefined ? size : size / crew.members),
    workload,
    load: { model: 'closed', workers: askingInSweep },
    ...(crew && { crew }),
  });
  const of = workloads.map((workload) => ({
    alone: cellOf(workload),
    together: crews.map((crew) => ({ crew, cell: cellOf(workload, crew) })),
  }));
  await bench.interleave(of.flatMap(({ alone, together }) => [alone, ...together.map(({ cell }) => cell)]));
  await compareCells(
    bench,
    'S2',
    of.flatMap(({ alone, together }) =>
      together.map(({ crew, cell }) => ({
        cell,
        against: alone,
        says: (found) =>
          s2.say(crew.kind, {
            workload: cell.workload.name,
            members: crew.members,
            each: size / crew.members,
            times: timesPhrase(found),
            size,
          }),
      })),
    ),
  );
}
