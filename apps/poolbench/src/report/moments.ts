import type { CellEnd, Interval } from '../record/schema/cell.schema.ts';
import type { LogRecord } from '../record/schema/record.schema.ts';
import type { RunStart } from '../record/schema/run.schema.ts';

/** A run at one moment; null for what nobody knows, and all null where nothing was measured. */
export interface Moment {
  /** Seconds since the run began, by the wall clock. */
  readonly at_s: number;
  /** Operations per second. */
  readonly rate: number | null;
  readonly p99_s: number | null;
  /** Connections lent out, and operations waiting for one. */
  readonly inUse: number | null;
  readonly waiting: number | null;
}

/** More than this is more than a screen has points. */
const MOST_MOMENTS = 1200;
/** Without an interval for so long, nothing was measured: a line through it would say otherwise. */
const GAP_SECONDS = 4;

/** The run second by second, with an empty moment wherever nothing was measured. */
export function momentsOf(start: RunStart, records: readonly LogRecord[]): Moment[] {
  const began = Date.parse(start.ts);
  const ends = new Map(
    records.filter((record) => record.type === 'cell_end').map((end) => [keyOf(end), end]),
  );
  const intervals = records.filter((record) => record.type === 'interval');
  const step = Math.max(1, Math.ceil(intervals.length / MOST_MOMENTS));
  const moments = intervals
    .map((interval, index) => {
      const next = intervals[index + 1];
      const last = next === undefined || keyOf(next) !== keyOf(interval);
      return momentOf(interval, began, last ? ends.get(keyOf(interval)) : undefined);
    })
    .filter((_, index) => index % step === 0);
  return withGaps(moments, GAP_SECONDS * step);
}

function keyOf({ cell, round }: Interval | CellEnd): string {
  return `${round} ${cell}`;
}

/** @param end of the cell, when this is its last interval: by then the pool is at rest, and the means tell how it was */
function momentOf(interval: Interval, began: number, end: CellEnd | undefined): Moment {
  const { ts, achieved_rate, response, pool } = interval;
  const levels = end?.connections ?? null;
  return {
    at_s: (Date.parse(ts) - began) / 1000,
    rate: achieved_rate,
    p99_s: response.p99_s,
    inUse: levels === null ? numberOf(pool?.active) : levels.mean_in_use,
    waiting: levels === null ? numberOf(pool?.pending) : levels.mean_pending,
  };
}

function numberOf(count: number | string | undefined): number | null {
  return count === undefined ? null : Number(count);
}

function withGaps(moments: readonly Moment[], longest: number): Moment[] {
  return moments.flatMap((moment, index) => {
    const before = moments[index - 1];
    if (before === undefined || moment.at_s - before.at_s <= longest) return [moment];
    const nothing = { at_s: before.at_s + 1, rate: null, p99_s: null, inUse: null, waiting: null };
    return [nothing, moment];
  });
}
