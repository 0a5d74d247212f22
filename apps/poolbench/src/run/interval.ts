import type { Arm, AdapterStats } from '../adapter/pool-adapter.ts';
import type { LoadInterval } from '../load/load.ts';
import type { Interval } from '../record/schema/cell.schema.ts';
import type { RecordDraft } from '../record/schema/record.schema.ts';
import { activeIn } from '../server/activity.ts';
import type { ServerSeen } from '../server/wait-sampler.ts';
import type { Meanwhile } from './meanwhile.ts';
import type { PoolLevels } from './pool-levels.ts';

interface IntervalOfCell {
  readonly arm: Arm;
  readonly cell: string;
  readonly round: number;
  readonly interval: LoadInterval;
  /** At the end of the interval. */
  readonly adapter: AdapterStats;
  readonly pool: PoolLevels | null;
  readonly meanwhile: Meanwhile | null;
}

/** The record of about a second within a cell: what a live chart draws. */
export function intervalDraft(of: IntervalOfCell): RecordDraft {
  const { arm, cell, round, interval, adapter, pool, meanwhile } = of;
  const { elapsedSeconds, seconds, counts, response, eventLoopUtilization } = interval;
  const inSeconds = (percent: number): number | null => {
    const milliseconds = response.percentile(percent);
    return milliseconds === null ? null : milliseconds / 1000;
  };
  const nulls = reasonsOf(of);
  return {
    type: 'interval',
    arm: arm.id,
    cell,
    round,
    elapsed_s: elapsedSeconds,
    length_s: seconds,
    counts: { ...counts, unknown: 0 },
    achieved_rate: seconds > 0 ? counts.ok / seconds : null,
    // Of one second each: a live picture, not a result, so no rule of samples applies.
    response: { p50_s: inSeconds(50), p99_s: inSeconds(99), max_s: inSeconds(100) },
    pool,
    connections: { opened: adapter.opened, closed: adapter.closed },
    eventloop_utilization_ratio: eventLoopUtilization,
    foreign_cpu_ratio: meanwhile?.cpu.foreign ?? null,
    server: meanwhile === null ? null : serverOf(meanwhile),
    ...(Object.keys(nulls).length > 0 && { nulls }),
  };
}

function serverOf({ server, cpu, seconds }: Meanwhile): NonNullable<Interval['server']> | null {
  if (server === null) return null;
  return {
    length_s: server.seconds,
    commit_rate: rateOf('pg_stat_database.xact_commit', server),
    wal_byte_rate: rateOf('pg_stat_wal.wal_bytes', server),
    active: activeIn(server.waits, server.looks),
    processors: cpu.server === null ? null : cpu.server / seconds,
  };
}

function rateOf(counter: string, { growth, seconds }: ServerSeen): number | null {
  const grown = growth[counter];
  return grown === undefined || seconds === 0 ? null : grown / seconds;
}

const TOO_SHORT = 'too short to tell: a later interval has it';
const ELSEWHERE = 'the processes of the server are not seen from here';

function reasonsOf({ pool, meanwhile }: IntervalOfCell): Record<string, string> {
  const isElsewhere = meanwhile?.cpu.server === null;
  return {
    ...(pool === null && { pool: 'it was over before anybody looked at the pool' }),
    ...(pool?.connecting === null && { 'pool.connecting': 'the driver does not tell' }),
    ...(meanwhile === null && { server: TOO_SHORT, foreign_cpu_ratio: TOO_SHORT }),
    ...(meanwhile?.server === null && { server: 'the server did not answer' }),
    ...(isElsewhere && { foreign_cpu_ratio: ELSEWHERE }),
    ...(isElsewhere && meanwhile.server !== null && { 'server.processors': ELSEWHERE }),
  };
}
