import type { Arm } from '../adapter/pool-adapter.ts';
import { readStatements } from '../server/counters.ts';
import type { Bench } from '../run/bench.ts';
import type { Cell } from '../run/cell.ts';
import { driverPool, ownPool, pipelined } from './arms.ts';
import { compareCells, type CellPair } from './compare-cells.ts';
import { canRun } from './s10-protocols.ts';
import { s11 } from './s11.words.ts';
import { secondsOfCells } from './planned-time.ts';
import type { Scenario } from './scenario.ts';
import { timesPhrase } from './shared-phrases.ts';
import { check } from './verdicts.ts';

/** The same statements by each driver, in each of its ways. */
export const drivers: Scenario = {
  id: 'S11',
  title: 'drivers side by side',
  seconds: (terms) => secondsOfCells(6 * terms.workloads.length, terms),
  async run(bench) {
    const cells = cellsOf(bench);
    await bench.interleave(cells);
    await compareCells(bench, 'S11', pairsOf(bench, cells));
    await checkSameStatements(bench);
  },
};

function cellsOf({ terms: { asking, askingInSweep, workloads, adapterFile } }: Bench): Cell[] {
  const arms = [
    ...(['pg', 'postgres.js'] as const).flatMap((driver) => [
      driverPool(driver, asking, false),
      driverPool(driver, asking, true),
      pipelined(driver, 1, true),
    ]),
    ...(adapterFile === undefined ? [] : [ownPool(adapterFile, asking)]),
  ];
  return workloads.flatMap((workload) =>
    arms
      .filter((arm) => canRun(arm, workload))
      .map((arm): Cell => ({ arm, workload, load: { model: 'closed', workers: askingInSweep } })),
  );
}

function pairsOf({ terms: { asking, workloads } }: Bench, cells: readonly Cell[]): CellPair[] {
  const of = (workload: string, arm: Arm): Cell | undefined =>
    cells.find((cell) => cell.workload.name === workload && cell.arm.id === arm.id);
  const reference = driverPool('pg', asking, true);
  return workloads.flatMap(({ name }) => {
    const against = of(name, reference);
    if (against === undefined) return [];
    return cells
      .filter((cell) => cell.workload.name === name && cell !== against)
      .map((cell) => ({
        cell,
        against,
        says: (found) =>
          s11.say('driver', {
            workload: name,
            arm: cell.arm.id,
            times: timesPhrase(found),
            against: reference.id,
          }),
      }));
  });
}

/** All drivers must have run the very same statements: the server knows one row for each, whoever sent it. */
async function checkSameStatements(bench: Bench): Promise<void> {
  if (!bench.facts.countsStatements || bench.signal.aborted) return;
  const texts = bench.terms.workloads.flatMap(({ operations }) =>
    operations.flatMap(({ statements }) => statements.map(({ text }) => text)),
  );
  const known = await readStatements(bench.database, texts);
  const missing = texts.filter((text) => !known.has(text));
  await bench.verdict(
    check(missing.length === 0, s11.say('sameText', { known: known.size, texts: new Set(texts).size }), {
      value: missing.length,
    }),
  );
}
