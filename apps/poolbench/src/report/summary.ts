import { isSupported } from '../domain/statistics/percentile-rule.ts';
import { median } from '../domain/statistics/quantile.ts';
import { mostOften } from '../judge/limit.ts';
import { mergedDurations } from '../judge/merged.ts';
import { ratesOf, type Series } from '../judge/series.ts';
import type { CellEnd, CellStart } from '../record/schema/cell.schema.ts';

/** One cell over all rounds. Rates are medians over rounds; percentiles come from the merged histograms. */
export interface CellSummary {
  readonly name: string;
  readonly arm: string;
  readonly start: CellStart;
  /** Operations per second, round by round. */
  readonly rates: readonly number[];
  readonly rate: number;
  /** Milliseconds; null where the samples do not support them. */
  readonly p50: number | null;
  readonly p99: number | null;
  /** Means of the parts of a response, in milliseconds, by component. Means add up; percentiles do not. */
  readonly means: Readonly<Record<string, number>>;
  /** Of the mean response, the share that was waiting for a connection, 0 to 1; null without a success. */
  readonly waitShare: number | null;
  readonly succeeded: number;
  readonly failed: number;
  readonly errors: Readonly<Record<string, number>>;
  /** Connections opened for each operation; null where nobody counted. */
  readonly opensPerOperation: number | null;
  /** Milliseconds of CPU for each operation; null where it is not known. */
  readonly clientCpuMs: number | null;
  readonly serverCpuMs: number | null;
  readonly poolerCpuMs: number | null;
  /** Median share of the time in which the client's event loop was busy. */
  readonly eventLoop: number | null;
  /** Processors that others kept busy, on average. */
  readonly foreignCpu: number | null;
  /** What was the limit in most rounds. */
  readonly limit: string | null;
  /** Why no verdict may rest on it, of more than half of the rounds. */
  readonly flags: readonly string[];
}

/** Null for a cell of which no round was finished. */
export function summaryOf(series: Series): CellSummary | null {
  const { cell, arm, start, ends } = series;
  if (ends.length === 0) return null;
  const response = mergedDurations(ends, 'response');
  const succeeded = sumOf(ends, ({ counts }) => Number(counts.ok));
  const means = meansOf(ends);
  const supported = (percent: number): number | null =>
    isSupported(percent, response.count()) ? response.percentile(percent) : null;
  const perOperation = (of: (end: CellEnd) => number | null | undefined): number | null =>
    ends.every((end) => typeof of(end) === 'number') && succeeded > 0
      ? sumOf(ends, (end) => of(end) ?? 0) / succeeded
      : null;
  const cpuMs = (of: (cpu: NonNullable<CellEnd['cpu']>) => number | null): number | null => {
    const seconds = perOperation(({ cpu }) => cpu && of(cpu));
    return seconds === null ? null : seconds * 1000;
  };
  const [whole, wait] = [means['response'], means['acquire']];
  return {
    name: cell,
    arm,
    start,
    rates: ratesOf(series),
    rate: median(ratesOf(series)),
    p50: supported(50),
    p99: supported(99),
    means,
    waitShare: whole === undefined || wait === undefined || whole === 0 ? null : wait / whole,
    succeeded,
    failed: sumOf(ends, ({ counts }) => Number(counts.error) + Number(counts.timeout) + Number(counts.hung)),
    errors: errorsOf(ends),
    opensPerOperation: perOperation(({ connections }) => connections && Number(connections.opened)),
    clientCpuMs: cpuMs(({ client_s }) => client_s),
    serverCpuMs: cpuMs(({ server_s }) => server_s),
    poolerCpuMs: cpuMs(({ pooler_s }) => pooler_s),
    eventLoop: medianOf(ends.map(({ cpu }) => cpu?.eventloop_utilization_ratio ?? null)),
    foreignCpu: medianOf(ends.map(({ cpu }) => cpu?.foreign_ratio ?? null)),
    limit: mostOften(ends.map(({ limit }) => limit)),
    flags: [...new Set(ends.flatMap(({ flags }) => flags))].filter(
      (flag) => ends.filter(({ flags }) => flags.includes(flag)).length * 2 > ends.length,
    ),
  };
}

function sumOf(ends: readonly CellEnd[], of: (end: CellEnd) => number): number {
  return ends.reduce((sum, end) => sum + of(end), 0);
}

function medianOf(values: readonly (number | null)[]): number | null {
  const known = values.filter((value) => value !== null);
  return known.length === 0 ? null : median(known);
}

/** Weighted by how many operations each round finished. */
function meansOf(ends: readonly CellEnd[]): Record<string, number> {
  const components = [...new Set(ends.flatMap(({ durations }) => Object.keys(durations)))];
  return Object.fromEntries(
    components.flatMap((component) => {
      const parts = ends.flatMap(({ durations }) => durations[component] ?? []);
      const count = parts.reduce((sum, part) => sum + Number(part.count), 0);
      const total = parts.reduce((sum, part) => sum + Number(part.count) * (part.mean_s ?? 0), 0);
      return count === 0 ? [] : [[component, (total / count) * 1000]];
    }),
  );
}

function errorsOf(ends: readonly CellEnd[]): Record<string, number> {
  const errors: Record<string, number> = {};
  for (const end of ends)
    for (const [kind, count] of Object.entries(end.errors))
      errors[kind] = (errors[kind] ?? 0) + Number(count);
  return errors;
}
