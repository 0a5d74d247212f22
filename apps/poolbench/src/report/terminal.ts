import { TITLES } from '../scenario/titles.ts';
import { settingsToPaste } from './advice.ts';
import { anatomyTable } from './anatomy-table.ts';
import type { Report, Section } from './report.ts';
import type { CellSummary } from './summary.ts';

/** The report as text for a terminal: sentences, a table, settings to paste, warnings. */
export function terminalReport(report: Report): string {
  const { start, sections, warnings } = report;
  const several = sections.length > SCENARIOS_OF_ONE_SCREEN;
  return [
    surroundingsLine(start),
    '',
    ...sections.flatMap((section) => [...(several ? [headOf(section)] : []), ...sentencesOf(section)]),
    '',
    ...tablesOf(sections.flatMap(({ cells }) => cells)),
    ...settingsToPaste(report),
    ...warnings.map((warning) => `! ${warning}`),
  ].join('\n');
}

/** As many as `quick` has; more get headings. */
const SCENARIOS_OF_ONE_SCREEN = 4;

function surroundingsLine({ server, versions, machine, seeds, plan }: Report['start']): string {
  const login = [server?.authentication, server?.tls ?? 'no TLS'].filter(Boolean).join(', ');
  const loops = `Node ${versions['node'] ?? '?'}, ${machine?.cores ?? '?'} cores`;
  const rounds = `${plan.name}, ${plan.rounds} rounds, seed ${seeds['order'] ?? '?'}`;
  return `PostgreSQL ${server?.version ?? '?'} (${login}), ${loops}; ${rounds}; closed loop unless a rate is named`;
}

function headOf({ scenario }: Section): string {
  return `\n${scenario}  ${scenario in TITLES ? TITLES[scenario as keyof typeof TITLES].en : ''}`.trimEnd();
}

// A check that failed is told among the warnings.
function sentencesOf({ verdicts }: Section): string[] {
  return verdicts
    .filter(({ answer }) => answer !== 'failed')
    .map(
      ({ subject, sentence }) => `${subject === 'check' || subject === 'threshold' ? '✓ ' : ''}${sentence}`,
    );
}

const HEADS = ['', 'ops/s', 'p50 ms', 'p99 ms', 'failed', 'wait', 'opens/op', 'CPU ms/op', 'loop', 'foreign'];

/** Each with an empty line after it. */
function tablesOf(cells: readonly CellSummary[]): string[] {
  const isAnatomy = ({ start: { workload } }: CellSummary): boolean => workload === 'connect';
  return [anatomyTable(cells.filter(isAnatomy)), throughputTable(cells.filter((cell) => !isAnatomy(cell)))]
    .filter((rows) => rows.length > 0)
    .flatMap((rows) => [...aligned(rows), '']);
}

function throughputTable(cells: readonly CellSummary[]): string[][] {
  const rows = cells.map((cell) => [
    cell.name,
    cell.rate.toFixed(0),
    milliseconds(cell.p50),
    milliseconds(cell.p99),
    String(cell.failed),
    percent(cell.waitShare),
    cell.opensPerOperation?.toFixed(2) ?? '-',
    cpuOf(cell),
    percent(cell.eventLoop),
    percent(cell.foreignCpu),
  ]);
  return rows.length === 0 ? [] : [HEADS, ...rows];
}

function aligned(rows: readonly (readonly string[])[]): string[] {
  const widths = rows[0]?.map((_, at) => Math.max(...rows.map((row) => row[at]?.length ?? 0))) ?? [];
  return rows.map((row) =>
    row
      .map((text, at) => (at === 0 ? text.padEnd(widths[at] ?? 0) : text.padStart(widths[at] ?? 0)))
      .join('  '),
  );
}

function cpuOf({ clientCpuMs, serverCpuMs, poolerCpuMs }: CellSummary): string {
  const parts = [clientCpuMs, ...(poolerCpuMs === null ? [] : [poolerCpuMs]), serverCpuMs];
  return parts.map((part) => part?.toFixed(3) ?? '?').join(' + ');
}

function percent(share: number | null): string {
  return share === null ? '-' : `${(share * 100).toFixed(0)} %`;
}

function milliseconds(value: number | null): string {
  return value === null
    ? '-'
    : value >= 100
      ? value.toFixed(0)
      : value >= 10
        ? value.toFixed(1)
        : value.toFixed(2);
}
