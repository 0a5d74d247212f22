import { settingsToPaste } from '../report/advice.ts';
import { momentsOf } from '../report/moments.ts';
import { sentenceOf } from '../report/html/sentence.ts';
import { sourceOf, type Source } from '../report/html/source.ts';
import type { Section } from '../report/report.ts';
import type { CellSummary } from '../report/summary.ts';
import type { LogRecord } from '../record/schema/record.schema.ts';
import type { RunStart } from '../record/schema/run.schema.ts';
import type { Verdict } from '../record/schema/verdict.schema.ts';
import type { Finding, ReportCell, ReportSection, RunReport } from './report.schema.ts';
import type { RunItem } from './runs.schema.ts';

/** What the records of a run say, in the form of the answer. What its page draws beyond that is kept beside it. */
export function toRunReport(run: RunItem, records: readonly LogRecord[]): RunReport {
  const source = sourceOf(records, 'en');
  const { report } = source;
  // While it runs, it is no fault that the log has no end.
  const early = run.state === 'running' && report.ending === 'killed' ? 1 : 0;
  const answer: RunReport = {
    run,
    surroundings: surroundingsOf(report.start),
    sections: report.sections.map(toSection),
    settings: settingsToPaste(report),
    warnings: report.warnings.slice(early),
    moments: momentsOf(report.start, records),
  };
  SOURCES.set(answer, source);
  return answer;
}

const SOURCES = new WeakMap<RunReport, Source>();

/**
 * The records that an answer was made from, for charts: their histograms and intervals would make the answer some megabytes long.
 * Throws TypeError for an answer that `toRunReport` did not make.
 */
export function sourceOfReport(answer: RunReport): Source {
  const source = SOURCES.get(answer);
  if (source === undefined) throw new TypeError('This report was not made by toRunReport.');
  return source;
}

function surroundingsOf({ server, machine, versions, plan, seeds }: RunStart): RunReport['surroundings'] {
  return {
    authentication: server?.authentication ?? null,
    tls: server?.tls ?? null,
    cores: machine?.cores ?? null,
    node: versions['node'] ?? null,
    rounds: plan.rounds,
    seed: seeds['order'] ?? null,
  };
}

function toSection({ scenario, cells, verdicts }: Section): ReportSection {
  return { scenario, findings: verdicts.map(toFinding), cells: cells.map(toCell) };
}

function toFinding(verdict: Verdict): Finding {
  const { subject, answer, arm, against, workload, value, low, high, method, delta, sentence } = verdict;
  const { text, lang } = sentenceOf(verdict, 'ko');
  const korean = lang === 'ko' ? text : null;
  return { subject, answer, arm, against, workload, value, low, high, method, delta, sentence, korean };
}

function toCell(cell: CellSummary): ReportCell {
  const { name, arm, start, rates, rate, waitShare, failed, opensPerOperation, eventLoop, limit, flags } =
    cell;
  return {
    name,
    arm,
    workload: start.workload,
    poolSize: start.pool_size,
    rates: [...rates],
    rate,
    p50_s: seconds(cell.p50),
    p99_s: seconds(cell.p99),
    means_s: Object.fromEntries(Object.entries(cell.means).map(([part, ms]) => [part, ms / 1000])),
    waitShare,
    failed,
    opensPerOperation,
    clientCpu_s: seconds(cell.clientCpuMs),
    serverCpu_s: seconds(cell.serverCpuMs),
    eventLoop,
    limit,
    flags: [...flags],
  };
}

function seconds(milliseconds: number | null): number | null {
  return milliseconds === null ? null : milliseconds / 1000;
}
