import type { CellEnd, Interval } from '../record/schema/cell.schema.ts';
import type { LogRecord } from '../record/schema/record.schema.ts';
import type { RunEnd, RunStart } from '../record/schema/run.schema.ts';
import { serverSideOf, type ServerSide } from './server-side.ts';

/** About a second of a run. */
export interface Point {
  /** Seconds since the run began, by the wall clock. */
  readonly at: number;
  readonly cell: string;
  readonly round: number;
  /** Operations per second. */
  readonly rate: number | null;
  readonly p50_s: number | null;
  readonly p99_s: number | null;
  /** Connections lent out, and operations waiting for one. */
  readonly inUse: number | null;
  readonly waiting: number | null;
  /** Share of the time in which the client's event loop was busy, 0 to 1. */
  readonly eventLoop: number | null;
  /** Operations that failed, timed out, hung or were dropped. */
  readonly failed: number;
  /** Known when the cell has ended. */
  readonly server: ServerSide | null;
}

/** The cell that is being measured. */
export interface CellNow {
  readonly scenario: string;
  readonly name: string;
  readonly round: number;
  readonly plannedSeconds: number | null;
}

/** A run as far as its records tell. */
export interface Watched {
  readonly start: RunStart | null;
  readonly cell: CellNow | null;
  /** Cells that ended. */
  readonly cells: number;
  /** The last two minutes, oldest first. */
  readonly points: readonly Point[];
  /** Operations that failed, by class. */
  readonly errors: Readonly<Record<string, number>>;
  /** What was found last, for people, and whether it is a check that failed. */
  readonly finding: { readonly sentence: string; readonly failed: boolean } | null;
  readonly ended: RunEnd['reason'] | null;
  /** Records up to now. */
  readonly records: number;
}

export const NOTHING_WATCHED: Watched = {
  start: null,
  cell: null,
  cells: 0,
  points: [],
  errors: {},
  finding: null,
  ended: null,
  records: 0,
};

/** Two minutes fit a screen. */
const WINDOW_SECONDS = 120;

/** The run after one more record. */
export function watch(before: Watched, record: LogRecord): Watched {
  const after = { ...before, records: before.records + 1 };
  switch (record.type) {
    case 'run_start':
      return { ...NOTHING_WATCHED, start: record, records: after.records };
    case 'cell_start': {
      const { scenario, cell: name, round, planned_s: plannedSeconds } = record;
      return { ...after, cell: { scenario, name, round, plannedSeconds } };
    }
    case 'interval':
      return { ...after, points: [...recent(before.points, record, before), pointOf(record, before)] };
    case 'cell_end':
      return {
        ...after,
        cells: before.cells + 1,
        points: completed(before.points, record),
        errors: added(before.errors, record.errors),
      };
    case 'verdict':
      return { ...after, finding: { sentence: record.sentence, failed: record.answer === 'failed' } };
    case 'run_end':
      return { ...after, cell: null, ended: record.reason };
    case 'sample':
      return after;
  }
}

function recent(points: readonly Point[], { ts }: Interval, { start }: Watched): readonly Point[] {
  const oldest = sinceStart(ts, start) - WINDOW_SECONDS;
  return points.filter(({ at }) => at > oldest);
}

function pointOf({ ts, cell, round, ...interval }: Interval, { start }: Watched): Point {
  const { achieved_rate, response, pool, eventloop_utilization_ratio, counts } = interval;
  return {
    at: sinceStart(ts, start),
    cell,
    round,
    rate: achieved_rate,
    p50_s: response.p50_s,
    p99_s: response.p99_s,
    inUse: pool === null ? null : Number(pool.active),
    waiting: pool === null ? null : Number(pool.pending),
    eventLoop: eventloop_utilization_ratio,
    failed: [counts.error, counts.timeout, counts.hung, counts.dropped].reduce<number>(
      (sum, n) => sum + Number(n),
      0,
    ),
    server: null,
  };
}

function sinceStart(ts: string, start: RunStart | null): number {
  return start === null ? 0 : (Date.parse(ts) - Date.parse(start.ts)) / 1000;
}

/** Gives the points of a cell what only its end tells. */
function completed(points: readonly Point[], end: CellEnd): readonly Point[] {
  const server = serverSideOf(end);
  const last = points.at(-1);
  return points.map((point) => {
    if (point.cell !== end.cell || point.round !== end.round) return point;
    // When its last interval ends, the load is over and the pool at rest; the means tell how it was.
    if (point !== last || end.connections === null) return { ...point, server };
    const { mean_in_use: inUse, mean_pending: waiting } = end.connections;
    return { ...point, inUse, waiting, server };
  });
}

function added(
  before: Watched['errors'],
  more: Readonly<Record<string, number | string>>,
): Readonly<Record<string, number>> {
  const sums = { ...before };
  for (const [kind, count] of Object.entries(more)) sums[kind] = (sums[kind] ?? 0) + Number(count);
  return sums;
}
