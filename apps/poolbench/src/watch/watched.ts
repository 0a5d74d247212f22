import type { CellEnd, Interval } from '../record/schema/cell.schema.ts';
import type { RunEvent } from '../record/schema/event.schema.ts';
import type { Phrase } from '../record/schema/phrase.schema.ts';
import type { LogRecord } from '../record/schema/record.schema.ts';
import type { RunEnd, RunStart } from '../record/schema/run.schema.ts';
import { serverSideNow, serverSideOf, type ServerSide } from './server-side.ts';

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
  /** Of the time up to this point; where the log does not tell each second, of the whole cell, when it has ended. */
  readonly server: ServerSide | null;
}

/** Something that was done on purpose. */
export interface Mark {
  /** Seconds since the run began, by the wall clock. */
  readonly at: number;
  readonly what: string;
  readonly sentence: string;
}

/** The cell that is being measured. */
export interface CellNow {
  readonly scenario: string;
  readonly name: string;
  readonly round: number;
  /** How many there are to be; null where that is not known. */
  readonly rounds: number | null;
  readonly plannedSeconds: number | null;
}

/** How far a run is by its plan. */
export interface ProgressNow {
  readonly scenario: string;
  /** For people. */
  readonly doing: string;
  /** Seconds; null where the plan does not tell. */
  readonly left: number | null;
}

/** A run as far as its records tell. */
export interface Watched {
  readonly start: RunStart | null;
  /** Null before the first cell of a scenario. */
  readonly cell: CellNow | null;
  readonly progress: ProgressNow | null;
  /** Cells that ended. */
  readonly cells: number;
  /** The last two minutes, oldest first. */
  readonly points: readonly Point[];
  /** What was done meanwhile, oldest first. */
  readonly marks: readonly Mark[];
  /** Operations that failed, by class. */
  readonly errors: Readonly<Record<string, number>>;
  /** What was found last, for people, and whether it is a check that failed. */
  readonly finding: {
    readonly sentence: string;
    readonly said: Phrase | undefined;
    readonly failed: boolean;
  } | null;
  readonly ended: RunEnd['reason'] | null;
  /** Records up to now. */
  readonly records: number;
}

export const NOTHING_WATCHED: Watched = {
  start: null,
  cell: null,
  progress: null,
  cells: 0,
  points: [],
  marks: [],
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
      const { scenario, cell: name, round, rounds = null, planned_s: plannedSeconds } = record;
      return { ...after, cell: { scenario, name, round, rounds, plannedSeconds } };
    }
    case 'interval': {
      const points = withInterval(recent(before.points, record, before), pointOf(record, before));
      return { ...after, points, marks: recent(before.marks, record, before) };
    }
    case 'event':
      return { ...after, marks: [...recent(before.marks, record, before), markOf(record, before)] };
    case 'cell_end':
      return {
        ...after,
        cells: before.cells + 1,
        points: completed(before.points, record),
        errors: added(before.errors, record.errors),
      };
    case 'verdict': {
      const { sentence, said, answer } = record;
      return { ...after, finding: { sentence, said, failed: answer === 'failed' } };
    }
    case 'progress': {
      const { scenario, doing, left_s: left } = record;
      const cell = before.cell?.scenario === scenario ? before.cell : null;
      return { ...after, cell, progress: { scenario, doing, left } };
    }
    case 'run_end':
      return { ...after, cell: null, progress: null, ended: record.reason };
    case 'sample':
      return after;
  }
}

function recent<T extends { readonly at: number }>(
  all: readonly T[],
  { ts }: LogRecord,
  { start }: Watched,
): readonly T[] {
  const oldest = sinceStart(ts, start) - WINDOW_SECONDS;
  return all.filter(({ at }) => at > oldest);
}

function markOf({ ts, what, sentence }: RunEvent, { start }: Watched): Mark {
  return { at: sinceStart(ts, start), what, sentence };
}

/** Where intervals are short, one of several tells of the server about each second; a server that is down tells nothing for longer. */
const TOLD_EACH_SECONDS = 1.5;

function withInterval(before: readonly Point[], point: Point): readonly Point[] {
  const { server, cell, round, at } = point;
  if (server === null || before.at(-1)?.server !== null) return [...before, point];
  const told = before.map((one) => {
    const isPartOfIt = one.cell === cell && one.round === round && one.at > at - TOLD_EACH_SECONDS;
    return one.server === null && isPartOfIt ? { ...one, server } : one;
  });
  return [...told, point];
}

function pointOf({ ts, cell, round, server, ...interval }: Interval, { start }: Watched): Point {
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
    server: serverSideNow({ server }),
  };
}

function sinceStart(ts: string, start: RunStart | null): number {
  return start === null ? 0 : (Date.parse(ts) - Date.parse(start.ts)) / 1000;
}

/** Gives the points of a cell what its end tells and they did not. */
function completed(points: readonly Point[], end: CellEnd): readonly Point[] {
  const server = serverSideOf(end);
  const last = points.at(-1);
  return points.map((point) => {
    if (point.cell !== end.cell || point.round !== end.round) return point;
    const told = { ...point, server: point.server ?? server };
    // In older logs the last interval of a cell has the pool at rest; the means tell how it was.
    const atRest = point.inUse === 0 && point.waiting === 0;
    if (point !== last || !atRest || end.connections === null) return told;
    const { mean_in_use: inUse, mean_pending: waiting } = end.connections;
    return { ...told, inUse, waiting };
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
