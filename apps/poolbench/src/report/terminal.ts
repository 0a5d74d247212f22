import type { RatioOfArms } from '../domain/statistics/ratio.ts';
import { verdictOf } from '../domain/statistics/verdict.ts';
import type { Anatomy } from './anatomy.ts';
import type { Saving, Sizing } from './findings.ts';
import type { QuickReport } from './quick-report.ts';
import type { CellSummary } from './summary.ts';

/** The report as one screen of text: sentences, a table, settings to paste, warnings. */
export function terminalReport(report: QuickReport): string {
  const { surroundings, anatomy, savings, sizings, cells, agreements, warnings } = report;
  const { server, node, cores, seed } = surroundings;
  const counted = agreements.every(({ sent, served }) => sent === served);
  return [
    `PostgreSQL ${server}, Node ${node}, ${cores} cores, seed ${seed}; closed loop, medians over rounds`,
    '',
    ...(anatomy === null ? [] : [anatomySentence(anatomy)]),
    ...savings.flatMap(savingSentences),
    ...sizings.map(sizingSentence),
    '',
    ...table(cells),
    '',
    ...settingsToPaste(sizings),
    ...(counted ? ['The server counted exactly the statements that were sent.'] : []),
    ...warnings.map((warning) => `! ${warning}`),
  ].join('\n');
}

function anatomySentence({ connectMs, authentication, tlsVersion, probes, stages }: Anatomy): string {
  const parts = stages.map(({ stage, ms }) => `${stage} ${ms.toFixed(2)}`).join(', ');
  const secured = tlsVersion ?? 'no TLS';
  return `A new connection costs ${connectMs.toFixed(1)} ms before it can be used (${authentication}, ${secured}, median of ${probes}): ${parts} ms.`;
}

function savingSentences({ workload, size, asking, kept, perPool }: Saving): string[] {
  const useless = verdictOf(perPool.interval) !== 'better';
  return [
    `${workload}: a pool of ${size} serves ${times(kept)} what a connection per query does, with ${asking} asking.`,
    `${workload}: a pool made for each query serves ${times(perPool)}${useless ? '; it saves nothing' : ''}.`,
  ];
}

/** `102× [83 to 122]`; a range of few rounds is called one. */
function times({ median, interval }: RatioOfArms): string {
  const bounds = `${short(interval.low)} to ${short(interval.high)}`;
  return `${short(median)}× [${interval.kind === 'range' ? `range ${bounds}` : bounds}]`;
}

function sizingSentence({
  workload,
  recommendation: { size, latencyHolds },
  clientBoundFrom,
}: Sizing): string {
  const tail =
    latencyHolds === null
      ? 'too few samples to tell its p99'
      : latencyHolds
        ? 'and its p99 is near the smallest'
        : 'but its p99 is more than 1.5 times the smallest';
  const limit =
    clientBoundFrom === null
      ? ''
      : ` From size ${clientBoundFrom} on this process is the limit, not the server.`;
  return `${workload}: a pool of ${size} is within 5 % of the best, ${tail}.${limit}`;
}

const HEADS = ['', 'ops/s', 'p50 ms', 'p99 ms', 'failed', 'wait', 'opens/op', 'CPU ms/op'];

function table(cells: readonly CellSummary[]): string[] {
  const rows = cells.map((cell) => [
    cell.name,
    cell.rate.toFixed(0),
    milliseconds(cell.p50),
    milliseconds(cell.p99),
    String(cell.failed),
    cell.waitShare === null ? '-' : `${(cell.waitShare * 100).toFixed(0)} %`,
    cell.opensPerOperation.toFixed(2),
    `${cell.clientCpuMs.toFixed(3)} + ${cell.serverCpuMs?.toFixed(3) ?? '?'}`,
  ]);
  const widths = HEADS.map((head, at) => Math.max(head.length, ...rows.map((row) => row[at]?.length ?? 0)));
  return [HEADS, ...rows].map((row) =>
    row
      .map((text, at) => (at === 0 ? text.padEnd(widths[at] ?? 0) : text.padStart(widths[at] ?? 0)))
      .join('  '),
  );
}

function settingsToPaste(sizings: readonly Sizing[]): string[] {
  const largest = Math.max(0, ...sizings.map(({ recommendation }) => recommendation.size));
  if (largest === 0) return [];
  return [
    'To paste, for one process like this one:',
    `  new Pool({ max: ${largest}, connectionTimeoutMillis: 5000, idleTimeoutMillis: 30000 })`,
  ];
}

function milliseconds(value: number | null): string {
  return value === null ? '-' : short(value);
}

function short(value: number): string {
  return value >= 100 ? value.toFixed(0) : value >= 10 ? value.toFixed(1) : value.toFixed(2);
}
