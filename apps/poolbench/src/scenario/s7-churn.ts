import type { Arm } from '../adapter/pool-adapter.ts';
import type { Bench } from '../run/bench.ts';
import type { Cell } from '../run/cell.ts';
import { poolOf } from './arms.ts';
import { compareCells, measuredSeries } from './compare-cells.ts';
import { tellConnectCost } from './connect-cost.ts';
import { s7 } from './s7.words.ts';
import { secondsOfCells } from './planned-time.ts';
import type { Scenario } from './scenario.ts';
import { timesPhrase } from './shared-phrases.ts';
import { check } from './verdicts.ts';

/** Loans after which a connection is closed and another one opened. */
const USES = [1, 10, 100, 1000];
/** How far the connects that were counted may be from those that the rule asks for, beside what the edges of the cells explain. */
const CONNECTS_TOLERANCE = 0.02;
/** The rule has to ask for so many times what the edges explain, or a comparison says nothing. */
const EDGES_NEEDED = 1.5;

/** What renewing connections costs: the same pool, with a connection closed after so many uses. */
export const churn: Scenario = {
  id: 'S7',
  title: 'churn',
  seconds: (terms) => secondsOfCells(USES.length + 1, terms),
  async run(bench) {
    const [workload] = bench.terms.workloads;
    if (workload === undefined) return;
    const { asking } = bench.terms;
    const cellOf = (arm: Arm): Cell => ({ arm, workload, load: { model: 'closed', workers: asking } });
    const kept = cellOf(poolOf(asking));
    const renewed = USES.map((maxUses) => ({ maxUses, cell: cellOf(renewing(asking, maxUses)) }));
    await bench.interleave([kept, ...renewed.map(({ cell }) => cell)]);
    await compareCells(
      bench,
      'S7',
      renewed.map(({ maxUses, cell }) => ({
        cell,
        against: kept,
        says: (comparison) =>
          s7.say(maxUses === 1 ? 'everyQuery' : 'everyQueries', {
            workload: workload.name,
            uses: maxUses,
            times: timesPhrase(comparison),
          }),
      })),
    );
    const [{ cell: everyTime } = { cell: kept }] = renewed;
    await tellConnectCost(bench, everyTime);
    for (const { maxUses, cell } of renewed) await checkConnects(bench, maxUses, cell, asking);
  },
};

function renewing(size: number, maxUses: number): Arm {
  return { ...poolOf(size), id: `pool of ${size}, ${maxUses} uses each`, rules: { maxUses } };
}

/**
 * A connection comes into a cell with some of its uses behind it, and leaves it with some before it:
 * that makes one connect more or less for each of them and cell.
 */
async function checkConnects(bench: Bench, maxUses: number, cell: Cell, size: number): Promise<void> {
  const ends = measuredSeries(bench, 'S7', cell)?.ends ?? [];
  const sum = (of: (end: (typeof ends)[number]) => number): number =>
    ends.reduce((total, end) => total + of(end), 0);
  const opened = sum(({ connections }) => Number(connections?.opened ?? 0));
  const expected = sum(({ counts }) => Number(counts.ok)) / maxUses;
  const atTheEdges = size * ends.length;
  if (expected < EDGES_NEEDED * atTheEdges) return;
  await bench.verdict(
    check(
      Math.abs(opened - expected) <= atTheEdges + CONNECTS_TOLERANCE * expected,
      s7.say('connects', { arm: cell.arm.id, opened, expected: expected.toFixed(0) }),
      { arm: cell.arm.id, value: opened / expected - 1 },
    ),
  );
}
