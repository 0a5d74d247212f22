import { seriesOf } from '../judge/series.ts';
import type { Threshold } from '../plan/plan.ts';
import type { LogRecord, RecordDraft } from '../record/schema/record.schema.ts';
import { summaryOf, type CellSummary } from '../report/summary.ts';
import type { Phrase } from '../record/schema/phrase.schema.ts';
import { verdict } from '../scenario/verdicts.ts';
import { ofRun } from './run.words.ts';

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
    const { arm, workload } = threshold;
    if (named.length === 0) return [draftOf(threshold, false, ofRun.say('notMeasured', { arm, workload }))];
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
            ofRun.say('rate', { cell: cell.name, rate: cell.rate.toFixed(0), asked: atLeastPerSecond }),
          ),
        ]),
    ...(p99AtMostMs === null
      ? []
      : [
          draftOf(
            threshold,
            cell.p99 !== null && cell.p99 <= p99AtMostMs,
            cell.p99 === null
              ? ofRun.say('p99Unknown', { cell: cell.name, asked: p99AtMostMs })
              : ofRun.say('p99', { cell: cell.name, ms: cell.p99.toFixed(2), asked: p99AtMostMs }),
          ),
        ]),
  ];
}

function draftOf({ arm, workload }: Threshold, reached: boolean, said: Phrase): RecordDraft {
  const answer = reached ? 'passed' : 'failed';
  return {
    ...verdict(said, { subject: 'threshold', answer, arm, workload }),
    type: 'verdict',
    scenario: 'run',
  };
}
