import type { Series } from '../../judge/series.ts';
import type { CellStart } from '../../record/schema/cell.schema.ts';
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

/** Finds the cells that a comparison is of; undefined when they are not there. */
export function pairOf({ cell, against_cell }: Verdict, series: readonly Series[]): Pair | undefined {
  const of = (name: string | null): Series | undefined => series.find((one) => one.cell === name);
  const [arm, against] = [of(cell), of(against_cell)];
  return arm === undefined || against === undefined ? undefined : { arm, against };
}
