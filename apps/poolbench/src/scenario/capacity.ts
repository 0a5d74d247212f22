import { median } from '../domain/statistics/quantile.ts';
import { ratesOf } from '../judge/series.ts';
import type { Bench } from '../run/bench.ts';
import type { Cell } from '../run/cell.ts';
import { measuredSeries } from './compare-cells.ts';

/** Measures cells in a closed loop, and tells how many operations per second each did; none where no round was finished. */
export async function measureCapacity(
  bench: Bench,
  scenario: string,
  cells: readonly Cell[],
): Promise<ReadonlyMap<Cell, number>> {
  await bench.interleave(cells);
  return new Map(
    cells.flatMap((cell): [Cell, number][] => {
      const series = measuredSeries(bench, scenario, cell);
      return series === undefined ? [] : [[cell, median(ratesOf(series))]];
    }),
  );
}
