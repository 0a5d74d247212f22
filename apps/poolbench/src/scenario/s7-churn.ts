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
/** How far the connects that were counted may be from those that the rule asks for: at the edges of a cell some are still under way. */
const CONNECTS_TOLERANCE = 0.15;
/** Below so many, one more or less says nothing. */
const CONNECTS_NEEDED = 20;

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
    for (const { maxUses, cell } of renewed) await checkConnects(bench, maxUses, cell);
  },
};

function renewing(size: number, maxUses: number): Arm {
  return { ...poolOf(size), id: `pool of ${size}, ${maxUses} uses each`, rules: { maxUses } };
}

async function checkConnects(bench: Bench, maxUses: number, cell: Cell): Promise<void> {
  const ends = measuredSeries(bench, 'S7', cell)?.ends ?? [];
  const sum = (of: (end: (typeof ends)[number]) => number): number =>
    ends.reduce((total, end) => total + of(end), 0);
  const opened = sum(({ connections }) => Number(connections?.opened ?? 0));
  const expected = sum(({ counts }) => Number(counts.ok)) / maxUses;
  if (expected < CONNECTS_NEEDED) return;
  const off = opened / expected - 1;
  await bench.verdict(
    check(
      Math.abs(off) <= CONNECTS_TOLERANCE,
      s7.say('connects', { arm: cell.arm.id, opened, expected: expected.toFixed(0) }),
      { arm: cell.arm.id, value: off },
    ),
  );
}
