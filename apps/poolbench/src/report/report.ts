import { seriesOf } from '../judge/series.ts';
import type { LogRecord } from '../record/schema/record.schema.ts';
import type { RunStart } from '../record/schema/run.schema.ts';
import type { Verdict } from '../record/schema/verdict.schema.ts';
import { summaryOf, type CellSummary } from './summary.ts';

/** What a run found, from nothing but its records: read again, a log gives the same report to the byte. */
export interface Report {
  readonly start: RunStart;
  /** What was done in the order in which it was measured. */
  readonly sections: readonly Section[];
  /** What speaks against believing it. */
  readonly warnings: readonly string[];
  /** Whether the run came to its end. */
  readonly ending: 'finished' | 'interrupted' | 'failed' | 'killed';
}

/** What one scenario found. */
export interface Section {
  readonly scenario: string;
  readonly cells: readonly CellSummary[];
  readonly verdicts: readonly Verdict[];
}

/** Makes the report of a run; throws TypeError for records without a beginning. */
export function reportOf(records: readonly LogRecord[]): Report {
  const start = records.find((record) => record.type === 'run_start');
  if (start === undefined) throw new TypeError('A run begins with run_start.');
  const end = records.find((record) => record.type === 'run_end');
  const verdicts = records.filter((record) => record.type === 'verdict');
  const sections = scenariosOf(records).map((scenario) => ({
    scenario,
    cells: seriesOf(records, scenario)
      .flatMap((series) => summaryOf(series) ?? [])
      .toSorted(byWorkloadAndSize),
    verdicts: verdicts.filter((verdict) => verdict.scenario === scenario),
  }));
  return {
    start,
    sections,
    warnings: [
      ...(end === undefined ? ['It was killed before its plan was done.'] : []),
      ...(end?.error ? [`It ended early: ${end.error.message} (${end.error.code})`] : []),
      ...(end?.reason === 'interrupted' ? ['It was stopped before its plan was done.'] : []),
      ...(end?.notices ?? []),
      ...failedChecks(verdicts),
      ...sections.flatMap(({ cells }) => cells.flatMap(warningsOf)),
      ...foreignLoad(sections.flatMap(({ cells }) => cells)),
    ],
    ending: end?.reason ?? 'killed',
  };
}

// The cells themselves were measured in random order.
function byWorkloadAndSize(a: CellSummary, b: CellSummary): number {
  return (
    a.start.workload.localeCompare(b.start.workload, 'en') ||
    (a.start.pool_size ?? 0) - (b.start.pool_size ?? 0) ||
    a.name.localeCompare(b.name, 'en')
  );
}

function scenariosOf(records: readonly LogRecord[]): string[] {
  return [
    ...new Set(
      records.flatMap((record) =>
        record.type === 'cell_start' || record.type === 'verdict' ? [record.scenario] : [],
      ),
    ),
  ];
}

function failedChecks(verdicts: readonly Verdict[]): string[] {
  return verdicts
    .filter(({ answer }) => answer === 'failed')
    .map(({ subject, scenario, sentence }) =>
      subject === 'threshold'
        ? `A threshold was missed: ${sentence}`
        : `A check of ${scenario} failed: ${sentence}`,
    );
}

function warningsOf({ name, failed, errors, rates, flags }: CellSummary): string[] {
  const empty = rates.filter((rate) => rate === 0).length;
  return [
    ...(empty > 0
      ? [
          `${name}: nothing was finished in ${empty} of ${rates.length} rounds, so it is compared with nothing.`,
        ]
      : []),
    ...(failed > 0 ? [`${name}: ${failed} operations failed (${kindsOf(errors)}).`] : []),
    ...(flags.includes('generator-bound')
      ? [`${name}: the generator itself was late, so its latency carries no verdict.`]
      : []),
  ];
}

function foreignLoad(cells: readonly CellSummary[]): string[] {
  const disturbed = cells.filter(({ flags }) => flags.includes('foreign-cpu'));
  if (disturbed.length === 0) return [];
  const most = Math.max(...disturbed.map(({ foreignCpu }) => foreignCpu ?? 0));
  return [
    `Other programs used up to ${most.toFixed(1)} processors during ${disturbed.length} of ${cells.length} cells. Ratios suffer less than rates; measure again when it is quiet.`,
  ];
}

function kindsOf(errors: Readonly<Record<string, number>>): string {
  return Object.entries(errors)
    .map(([kind, count]) => `${count} ${kind}`)
    .join(', ');
}
