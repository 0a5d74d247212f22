import { median } from '../../domain/statistics/quantile.ts';
import { ratesOf, type Series } from '../../judge/series.ts';
import type { CellStart } from '../../record/schema/cell.schema.ts';
import type { LogRecord } from '../../record/schema/record.schema.ts';
import type { Verdict } from '../../record/schema/verdict.schema.ts';

/** What a cell's name tells beside its arm, workload and load: `+2 ms`, `beside 50 idle`; empty for nothing. */
export function surroundingsOf({ cell, arm, workload, load }: CellStart): string {
  const usual = `${arm ?? ''} ${workload} ${askingText(load)}`;
  return cell.startsWith(usual) ? cell.slice(usual.length).trim() : '';
}

/** `×10` for ten who wait for their answers, `poisson 300/s` for arrivals that nobody waits for. */
export function askingText({ model, workers, arrivals, target_rate }: CellStart['load']): string {
  return model === 'closed' ? `×${workers ?? 1}` : `${arrivals ?? 'open'} ${target_rate ?? 0}/s`;
}

/** The two cells that a comparison is of. */
export interface Pair {
  readonly arm: Series;
  readonly against: Series;
}

/**
 * Finds the cells that a comparison is of; undefined when they cannot be told. A verdict names arms only, and an arm may be measured
 * on several ways to the server: then they are those whose rates have the very ratio.
 */
export function pairOf(
  { arm, against, workload, value }: Verdict,
  series: readonly Series[],
): Pair | undefined {
  const of = (id: string | null): Series[] =>
    series.filter((one) => one.arm === id && one.start.workload === workload && one.ends.length > 0);
  const pairs = of(arm).flatMap((one) =>
    of(against)
      .filter((other) => other !== one)
      .map((other) => ({ arm: one, against: other })),
  );
  return pairs.length === 1 ? pairs[0] : pairs.find((pair) => ratioOf(pair) === value);
}

function ratioOf({ arm, against }: Pair): number {
  const others = ratesOf(against);
  return median(ratesOf(arm).map((rate, round) => rate / (others[round] ?? NaN)));
}

/** The cell that was measured last before something was said of it. */
export function cellBefore(records: readonly LogRecord[], verdict: Verdict): CellStart | undefined {
  return records.findLast(
    (record): record is CellStart =>
      record.type === 'cell_start' && record.scenario === verdict.scenario && record.seq < verdict.seq,
  );
}
