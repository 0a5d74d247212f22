import { seriesOf } from '../judge/series.ts';
import type { Threshold } from '../plan/plan.ts';
import type { LogRecord, RecordDraft } from '../record/schema/record.schema.ts';
import { summaryOf, type CellSummary } from '../report/summary.ts';
import { verdict } from '../scenario/verdicts.ts';

/** Whether the cells reached what the plan asks of them: a verdict for each threshold and each cell that it names. */
export function thresholdVerdicts(
  records: readonly LogRecord[],
  thresholds: readonly Threshold[],
): RecordDraft[] {
  const scenarios = [
    ...new Set(records.flatMap((record) => (record.type === 'cell_start' ? [record.scenario] : []))),
  ];
  const cells = scenarios.flatMap((scenario) =>
    seriesOf(records, scenario).flatMap((series) => summaryOf(series) ?? []),
  );
  return thresholds.flatMap((threshold) => {
    const named = cells.filter(
      ({ arm, start }) => arm === threshold.arm && start.workload === threshold.workload,
    );
    if (named.length === 0)
      return [
        draftOf(threshold, false, `${nameOf(threshold)} was not measured, so it missed its threshold.`),
      ];
    return named.flatMap((cell) => judged(threshold, cell));
  });
}

function judged(threshold: Threshold, cell: CellSummary): RecordDraft[] {
  const { atLeastPerSecond, p99AtMostMs } = threshold;
  return [
    ...(atLeastPerSecond === null
      ? []
      : [
          draftOf(
            threshold,
            cell.rate >= atLeastPerSecond,
            `${cell.name}: ${cell.rate.toFixed(0)} operations per second; at least ${atLeastPerSecond} are asked for.`,
          ),
        ]),
    ...(p99AtMostMs === null
      ? []
      : [
          draftOf(
            threshold,
            cell.p99 !== null && cell.p99 <= p99AtMostMs,
            `${cell.name}: ${cell.p99 === null ? 'too few samples to tell its p99' : `99 % of the responses within ${cell.p99.toFixed(2)} ms`}; at most ${p99AtMostMs} ms are asked for.`,
          ),
        ]),
  ];
}

function nameOf({ arm, workload }: Threshold): string {
  return `${arm} ${workload}`;
}

function draftOf({ arm, workload }: Threshold, reached: boolean, sentence: string): RecordDraft {
  const answer = reached ? 'passed' : 'failed';
  return {
    ...verdict({ subject: 'threshold', answer, arm, workload, sentence }),
    type: 'verdict',
    scenario: 'run',
  };
}
