import { LITTLES_LAW_TOLERANCE } from '../domain/queueing/littles-law.ts';
import type { Random } from '../domain/random.ts';
import type { Cell, CellRun } from '../runner/cell.ts';
import type { Anatomy } from './anatomy.ts';
import { savingsOf, sizingsOf, type Saving, type Sizing } from './findings.ts';
import { summarize, type CellSummary } from './summary.ts';

/** Where it was measured. */
export interface Surroundings {
  readonly server: string;
  readonly node: string;
  readonly cores: number;
  readonly seed: number;
}

/** One statement as we counted it and as the server did. */
export interface Agreement {
  readonly workload: string;
  readonly sent: number;
  readonly served: number;
}

/** All that a quick run found. */
export interface QuickReport {
  readonly surroundings: Surroundings;
  readonly anatomy: Anatomy | null;
  readonly savings: readonly Saving[];
  readonly sizings: readonly Sizing[];
  readonly cells: readonly CellSummary[];
  readonly agreements: readonly Agreement[];
  /** What speaks against believing it. */
  readonly warnings: readonly string[];
}

interface Found {
  readonly surroundings: Surroundings;
  readonly anatomy: Anatomy | null;
  readonly cells: readonly Cell[];
  readonly runs: readonly CellRun[];
  readonly agreements: readonly Agreement[];
  /** Whether it was stopped before its plan was done. */
  readonly endedEarly: boolean;
  readonly random: Random;
}

export function quickReport({
  surroundings,
  anatomy,
  cells,
  runs,
  agreements,
  endedEarly,
  random,
}: Found): QuickReport {
  const summaries = summarize(cells, runs);
  return {
    surroundings,
    anatomy,
    savings: savingsOf(summaries, random),
    sizings: sizingsOf(summaries, random),
    cells: summaries,
    agreements,
    warnings: [
      ...(endedEarly ? ['It was stopped before its plan was done.'] : []),
      ...summaries.flatMap(warningsOf),
      ...agreements.flatMap(disagreement),
      ...foreignLoad(runs),
    ],
  };
}

function warningsOf({ name, cell, rates, failed, failures, inFlight }: CellSummary): string[] {
  const warnings: string[] = [];
  const empty = rates.filter((rate) => rate === 0).length;
  if (empty > 0)
    warnings.push(
      `${name}: nothing was finished in ${empty} of ${rates.length} rounds, so it is compared with nothing.`,
    );
  if (failed > 0) {
    const kinds = Object.entries(failures).map(([kind, count]) => `${count} ${kind}`);
    warnings.push(`${name}: ${failed} operations failed (${kinds.join(', ')}).`);
  }
  if (Math.abs(inFlight / cell.concurrency - 1) > LITTLES_LAW_TOLERANCE)
    warnings.push(
      `${name}: by Little's law ${inFlight.toFixed(1)} operations were under way, but ${cell.concurrency} workers asked; its clocks are not to be trusted.`,
    );
  return warnings;
}

function disagreement({ workload, sent, served }: Agreement): string[] {
  if (sent === served) return [];
  return [`${workload}: ${sent} statements were sent, but the server counted ${served}.`];
}

const MUCH_FOREIGN = 0.25;

function foreignLoad(runs: readonly CellRun[]): string[] {
  const shares = runs.map(({ cpu }) => cpu.foreign).filter((share) => share !== null);
  const busiest = Math.max(0, ...shares);
  if (busiest <= MUCH_FOREIGN) return [];
  return [
    `Other programs used up to ${busiest.toFixed(1)} processors meanwhile; ratios suffer less than rates, but measure again when it is quiet.`,
  ];
}
