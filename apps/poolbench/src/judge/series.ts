import type { CellEnd, CellStart } from '../record/schema/cell.schema.ts';
import type { LogRecord } from '../record/schema/record.schema.ts';
import { recordsByScenario } from './by-scenario.ts';

/** One cell over its rounds, in their order. */
export interface Series {
  readonly cell: string;
  readonly arm: string;
  readonly start: CellStart;
  readonly ends: readonly CellEnd[];
}

/** The cells of one scenario over their rounds, without those that were broken off, in the order in which the cells first began. */
export function seriesOf(records: readonly LogRecord[], scenario: string): Series[] {
  const own = recordsByScenario(records).get(scenario) ?? [];
  const starts = own.filter((record) => record.type === 'cell_start');
  const ends = own.filter((record) => record.type === 'cell_end');
  const cells = [...new Set(starts.map(({ cell }) => cell))];
  return cells.flatMap((cell): Series[] => {
    const start = starts.find((one) => one.cell === cell);
    if (start === undefined) return [];
    const whole = ends.filter((end) => end.cell === cell && !end.flags.includes('interrupted'));
    return [{ cell, arm: start.arm ?? cell, start, ends: whole.toSorted((a, b) => a.round - b.round) }];
  });
}

/** Cells over those rounds alone that all of them have: arms are compared round by round, and the last round may have been broken off. */
export function inCommonRounds(series: readonly Series[]): Series[] {
  const inAll = (round: number): boolean =>
    series.every(({ ends }) => ends.some((end) => end.round === round));
  return series.map((one) => ({ ...one, ends: one.ends.filter(({ round }) => inAll(round)) }));
}

/** Operations per second, round by round. */
export function ratesOf({ ends }: Series): number[] {
  return ends.map(({ achieved_rate }) => achieved_rate ?? 0);
}

/** Whether something was finished in every round: nothing can be compared with a cell in which nothing was. */
export function isComparable(series: Series): boolean {
  return series.ends.length > 0 && ratesOf(series).every((rate) => rate > 0);
}

/** Whether this process, and not the arm's server, was the limit in most rounds. */
export function isClientBound({ ends }: Series): boolean {
  return ends.filter(({ limit }) => limit === 'client').length * 2 > ends.length;
}
