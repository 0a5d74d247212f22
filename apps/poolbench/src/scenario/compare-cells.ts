import { compareArms, comparisonFields, type Comparison } from '../judge/comparison.ts';
import { seriesOf, type Series } from '../judge/series.ts';
import type { Phrase } from '../record/schema/phrase.schema.ts';
import type { Bench } from '../run/bench.ts';
import { cellName, type Cell } from '../run/cell.ts';
import { verdict } from './verdicts.ts';

/** Two cells of a scenario whose throughput is compared, and how that is told. */
export interface CellPair {
  readonly cell: Cell;
  readonly against: Cell;
  says(comparison: Comparison): Phrase;
}

/** Compares pairs of cells that the scenario has measured, all together (Holm), and writes their verdicts. */
export async function compareCells(
  bench: Bench,
  scenario: string,
  pairs: readonly CellPair[],
): Promise<void> {
  const series = seriesOf(bench.records(), scenario);
  const of = (cell: Cell): Series | undefined => series.find((one) => one.cell === cellName(cell));
  const found = pairs.flatMap((pair) => {
    const [one, other] = [of(pair.cell), of(pair.against)];
    return one === undefined || other === undefined ? [] : [{ pair, both: [one, other] as const }];
  });
  const floor = Math.max(0, ...pairs.map(({ cell }) => bench.floorOf(cell.workload.name)));
  const comparisons = compareArms(
    found.map(({ both }) => both),
    bench.random,
    floor,
  );
  for (const comparison of comparisons) {
    const { pair } =
      found.find(({ both: [arm, against] }) => arm === comparison.arm && against === comparison.against) ??
      {};
    if (pair === undefined) continue;
    await bench.verdict(verdict(pair.says(comparison), comparisonFields(comparison, floor)));
  }
}

/** The cell of a series that was measured; undefined when no round of it was finished. */
export function measuredSeries(bench: Bench, scenario: string, cell: Cell): Series | undefined {
  return seriesOf(bench.records(), scenario).find(
    ({ cell: name, ends }) => name === cellName(cell) && ends.length > 0,
  );
}
