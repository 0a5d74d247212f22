import type { Arm } from '../adapter/pool-adapter.ts';
import type { Bench } from '../run/bench.ts';
import type { Cell } from '../run/cell.ts';
import { driverPool, pipelined } from './arms.ts';
import { compareCells, type CellPair } from './compare-cells.ts';
import { checkLittlesLaw } from './little.ts';
import { s10 } from './s10.words.ts';
import { secondsOfCells } from './planned-time.ts';
import type { Scenario } from './scenario.ts';
import { timesPhrase } from './shared-phrases.ts';

/** Four ways to say the same statement to a server, with one driver. */
export const protocols: Scenario = {
  id: 'S10',
  title: 'simple, extended, named, pipelined',
  seconds: (terms) => secondsOfCells(5 * terms.workloads.length, terms),
  async run(bench) {
    const arms = armsOf(bench);
    await bench.interleave(Object.values(arms).flatMap((arm) => cellsOf(bench, arm)));
    await compareCells(bench, 'S10', pairsOf(bench, arms));
    await checkLittlesLaw(bench);
  },
};

type Arms = Readonly<Record<'simple' | 'unnamed' | 'named' | 'pipelined', Arm>>;

function armsOf({ terms: { asking } }: Bench): Arms {
  const unnamed = driverPool('pg', asking, false);
  return {
    simple: { ...unnamed, id: `pg simple, pool of ${asking}`, simple: true },
    unnamed,
    named: driverPool('pg', asking, true),
    pipelined: pipelined('pg', 1, true),
  };
}

/** An operation of several statements needs a connection to itself; those of a pipelined arm are shared. */
export function canRun(arm: Arm, { operations }: Cell['workload']): boolean {
  return arm.keep !== 'pipelined' || operations.every(({ statements }) => statements.length === 1);
}

function cellsOf(bench: Bench, arm: Arm): Cell[] {
  return bench.terms.workloads
    .filter((workload) => canRun(arm, workload))
    .map((workload) => cellOf(bench, arm, workload));
}

function cellOf({ terms }: Bench, arm: Arm, workload: Cell['workload']): Cell {
  return { arm, workload, load: { model: 'closed', workers: terms.askingInSweep } };
}

function pairsOf(bench: Bench, { simple, unnamed, named, pipelined: lane }: Arms): CellPair[] {
  return bench.terms.workloads.flatMap((workload): CellPair[] => {
    const of = (arm: Arm): Cell => cellOf(bench, arm, workload);
    const { name } = workload;
    const says =
      (protocol: 'simple' | 'named'): CellPair['says'] =>
      (found) =>
        s10.say(protocol, { workload: name, times: timesPhrase(found) });
    return [
      { cell: of(simple), against: of(unnamed), says: says('simple') },
      { cell: of(named), against: of(unnamed), says: says('named') },
      ...(canRun(lane, workload)
        ? [{ cell: of(lane), against: of(named), says: pipelinePhrase(name, named) }]
        : []),
    ];
  });
}

/** One pipelined connection against a pool: it wins where queries are cheap, and loses where each waits for the disk. */
function pipelinePhrase(workload: string, pool: Arm): CellPair['says'] {
  return (found) =>
    s10.say('pipelined', {
      workload,
      pool: pool.id,
      times: timesPhrase(found),
      end: found.verdict === 'better' ? s10.say('wins') : found.verdict === 'worse' ? s10.say('loses') : [],
    });
}
