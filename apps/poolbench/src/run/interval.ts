import type { AdapterStats } from '../adapter/pool-adapter.ts';
import type { LoadInterval } from '../load/load.ts';
import type { RecordDraft } from '../record/schema/record.schema.ts';

interface IntervalOfCell {
  readonly arm: string;
  readonly cell: string;
  readonly round: number;
  readonly interval: LoadInterval;
  /** At the end of the interval. */
  readonly adapter: AdapterStats;
}

/** The record of about a second within a cell: what a live chart draws. */
export function intervalDraft({ arm, cell, round, interval, adapter }: IntervalOfCell): RecordDraft {
  const { elapsedSeconds, seconds, counts, response, inUse, pending, eventLoopUtilization } = interval;
  const inSeconds = (percent: number): number | null => {
    const milliseconds = response.percentile(percent);
    return milliseconds === null ? null : milliseconds / 1000;
  };
  return {
    type: 'interval',
    arm,
    cell,
    round,
    elapsed_s: elapsedSeconds,
    length_s: seconds,
    counts: { ...counts, unknown: 0 },
    achieved_rate: seconds > 0 ? counts.ok / seconds : null,
    // Of one second each: a live picture, not a result, so no rule of samples applies.
    response: { p50_s: inSeconds(50), p99_s: inSeconds(99), max_s: inSeconds(100) },
    pool: { active: inUse, idle: adapter.idle, connecting: 0, pending },
    connections: { opened: adapter.opened, closed: adapter.closed },
    eventloop_utilization_ratio: eventLoopUtilization,
    foreign_cpu_ratio: null,
  };
}
