import { isSupported } from '../domain/statistics/percentile-rule.ts';
import { median } from '../domain/statistics/quantile.ts';
import { cellName, type Cell, type CellRun } from '../runner/cell.ts';
import { createDurations } from '../runner/histogram.ts';

/** One cell over all rounds. Rates are medians over rounds; percentiles come from the merged histograms. */
export interface CellSummary {
  readonly name: string;
  readonly cell: Cell;
  /** Operations per second, round by round. */
  readonly rates: readonly number[];
  readonly rate: number;
  /** Milliseconds; null where the samples do not support them. */
  readonly p50: number | null;
  readonly p99: number | null;
  /** Of the mean response, the share that was waiting for a connection, 0 to 1; null without a success. */
  readonly waitShare: number | null;
  readonly succeeded: number;
  readonly failed: number;
  readonly failures: Readonly<Record<string, number>>;
  /** Connections opened for each operation. */
  readonly opensPerOperation: number;
  /** Milliseconds of CPU for each operation, of the client and, where it is known, of the server. */
  readonly clientCpuMs: number;
  readonly serverCpuMs: number | null;
  /** Median share of the time in which the client's event loop was busy. */
  readonly eventLoop: number;
  /** Operations under way on average, by Little's law; against the concurrency it tests the clocks. */
  readonly inFlight: number;
}

/** The cells of a plan in its order, each over all its rounds. */
export function summarize(cells: readonly Cell[], runs: readonly CellRun[]): CellSummary[] {
  return cells.flatMap((cell) => {
    const own = runs.filter((run) => cellName(run.cell) === cellName(cell));
    return own.length === 0 ? [] : [summaryOf(cell, own)];
  });
}

function summaryOf(cell: Cell, runs: readonly CellRun[]): CellSummary {
  const merged = mergedDurations(runs);
  const rates = runs.map(({ loop }) => loop.completed / loop.seconds);
  const sum = (of: (run: CellRun) => number): number => runs.reduce((total, run) => total + of(run), 0);
  const succeeded = sum(({ loop }) => loop.succeeded);
  const failures = failuresOf(runs);
  const [response, acquire] = [merged.response.mean(), merged.acquire.mean()];
  const supported = (percent: number): number | null =>
    isSupported(percent, merged.response.count()) ? merged.response.percentile(percent) : null;
  const cpu = (used: (run: CellRun) => number): number =>
    (sum((run) => used(run) * run.loop.seconds) / Math.max(1, succeeded)) * 1000;
  const knowsServer = runs.every((run) => run.cpu.server !== null);
  return {
    name: cellName(cell),
    cell,
    rates,
    rate: median(rates),
    p50: supported(50),
    p99: supported(99),
    waitShare: response === null || acquire === null ? null : acquire / response,
    succeeded,
    failed: Object.values(failures).reduce((total, count) => total + count, 0),
    failures,
    opensPerOperation: sum(({ opened }) => opened) / Math.max(1, succeeded),
    clientCpuMs: cpu((run) => run.cpu.client),
    serverCpuMs: knowsServer ? cpu((run) => run.cpu.server ?? 0) : null,
    eventLoop: median(runs.map((run) => run.eventLoop)),
    inFlight: sum(({ loop }) => loop.busyMs) / 1000 / sum(({ loop }) => loop.seconds),
  };
}

function mergedDurations(runs: readonly CellRun[]) {
  const [response, acquire] = [createDurations(), createDurations()];
  for (const { loop } of runs) {
    response.merge(loop.response);
    acquire.merge(loop.acquire);
  }
  return { response, acquire };
}

function failuresOf(runs: readonly CellRun[]): Record<string, number> {
  const failures: Record<string, number> = {};
  for (const { loop } of runs)
    for (const [kind, count] of Object.entries<number>(loop.failures))
      failures[kind] = (failures[kind] ?? 0) + count;
  return failures;
}
