import { createDurations, type Durations } from '../src/load/histogram.ts';
import { openLog, type LogSettings, type LogWriter } from '../src/record/log-writer.ts';
import type { RecordDraft } from '../src/record/schema/record.schema.ts';
import { durationsRecord, histogramRecord } from '../src/run/durations-record.ts';
import { ofRun } from '../src/run/run.words.ts';
import { s3 } from '../src/scenario/s3.words.ts';
import { shared } from '../src/scenario/shared.words.ts';
import { check, verdict } from '../src/scenario/verdicts.ts';

/** The parts of a run that a test makes up. */
export interface MadeUpRun {
  readonly plan?: string;
  readonly rounds?: number;
  readonly sizes?: readonly number[];
  /** Multiplies every rate. */
  readonly speed?: number;
  /** Whether the log tells each second of PostgreSQL's side, of what was done and of progress, as older ones do not. */
  readonly followed?: boolean;
  /** How the run ends; not at all for null. */
  readonly ending?: 'finished' | 'failed' | null;
}

/** Writes the log of a run that never was, as a run writes it. */
export async function writeMadeUpRun(
  settings: Pick<LogSettings, 'folder'> & Partial<LogSettings>,
  run: MadeUpRun = {},
): Promise<Pick<LogWriter, 'runId' | 'path'>> {
  const log = await openLog({ timezone: 'Asia/Seoul', ...settings });
  for (const draft of madeUpRun(run)) await log.write(draft);
  await log.close();
  return log;
}

/** Anatomy and a sweep of pool sizes, with a verdict of each kind. */
export function madeUpRun(run: MadeUpRun = {}): RecordDraft[] {
  const { plan = 'quick', rounds = 6, sizes = [1, 2, 5, 10], speed = 1, ending = 'finished' } = run;
  const sweep = Array.from({ length: rounds }, (_, round) =>
    sizes.flatMap((size) => {
      const records = cellOf(size, round + 1, speed);
      return run.followed === true ? followed(records, rounds) : records;
    }),
  ).flat();
  return [
    runStart(plan, rounds),
    ...anatomy(),
    ...sweep,
    ...verdicts(),
    ...(ending === null ? [] : [runEnd(ending, sizes.length * rounds + 1)]),
  ];
}

function runStart(plan: string, rounds: number): RecordDraft {
  return {
    type: 'run_start',
    arm: null,
    plan: { name: plan, scenarios: ['S1', 'S3'], rounds },
    arms: [],
    configuration: [],
    versions: { poolbench: '0.1.0', pg: '8.23.1', postgres: '3.4.9', node: 'v24.0.0', postgresql: '18.4' },
    machine: { cpu: 'a processor', cores: 2, memory_bytes: 8_000_000_000, system: 'Linux' },
    server: {
      address: '127.0.0.1:31488',
      version: '18.4',
      scratch: true,
      authentication: 'scram-sha-256',
      tls: null,
      settings: [],
    },
    seeds: { order: 7 },
    imported: null,
  };
}

function anatomy(): RecordDraft[] {
  const parts = Object.entries({
    tcp: 0.2,
    startup: 1.5,
    derivation: 0.8,
    backend: 2.1,
    firstQuery: 0.3,
  }).map(([stage, ms]): [string, Durations] => [`connect.${stage}`, durations(ms, 20)]);
  const cell = { arm: 'prober', cell: 'anatomy', round: 1 };
  return [
    {
      type: 'cell_start',
      ...cell,
      scenario: 'S1',
      position: 0,
      workload: 'connect',
      statement: 'select 1',
      load: closed(1),
      pool_size: 1,
      pool_state: 'cold',
      network_delay_s: 0,
      planned_s: null,
    },
    cellEnd(cell, parts, 20, 20),
  ];
}

function cellOf(size: number, round: number, speed: number): RecordDraft[] {
  const arm = `pool of ${size}`;
  const cell = { arm, cell: `${arm} select ×32`, round };
  const rate = Math.round(speed * 1000 * Math.min(size, 5) * (1 + round / 100));
  const ms = 32_000 / rate;
  const parts: [string, Durations][] = [
    ['response', durations(ms, rate)],
    ['acquire', durations(ms / 2, rate)],
    ['query', durations(ms / 2, rate)],
  ];
  return [
    {
      type: 'cell_start',
      ...cell,
      scenario: 'S3',
      position: 0,
      workload: 'select',
      statement: 'select v from t where k = $1',
      load: closed(32),
      pool_size: size,
      pool_state: 'warm',
      network_delay_s: 0,
      planned_s: 1,
    },
    {
      type: 'interval',
      ...cell,
      elapsed_s: 1,
      length_s: 1,
      counts: counts(rate),
      achieved_rate: rate,
      response: { p50_s: ms / 1000, p99_s: (2 * ms) / 1000, max_s: (3 * ms) / 1000 },
      pool: { active: 0, idle: size, connecting: 0, pending: 0 },
      connections: { opened: size, closed: 0 },
      eventloop_utilization_ratio: 0.5,
      foreign_cpu_ratio: null,
    },
    cellEnd(cell, parts, rate + 2, rate, { opened: size, inUse: size, pending: 32 - size }),
  ];
}

/** The records of a cell with all that a log has of it since it tells each second. */
function followed(cell: readonly RecordDraft[], rounds: number): RecordDraft[] {
  return cell.flatMap((draft): RecordDraft[] => {
    if (draft.type === 'cell_start') {
      const { scenario, cell: name, round } = draft;
      const doing = `${scenario} round ${round} of ${rounds}: ${name}`;
      const progress = { done_ratio: round / rounds, left_s: 10 * (rounds - round) + 5 };
      return [
        { type: 'progress', arm: null, scenario, doing, ...progress },
        { ...draft, rounds },
      ];
    }
    if (draft.type !== 'interval') return [draft];
    const { arm, cell: name, round, achieved_rate: rate } = draft;
    const server = {
      ...{ length_s: 1, commit_rate: rate, wal_byte_rate: 1e6, processors: 0.6 },
      active: { cpu: 2, io: 0.5, lock: 1, client: 0, other: 0 },
    };
    return [
      {
        ...{ type: 'event', arm, scenario: 'S3', cell: name, round, elapsed_s: 0.5 },
        ...{ what: 'table-locked', sentence: 'The table is locked.' },
      },
      { ...draft, pool: { active: 3, idle: 0, connecting: 0, pending: 29 }, foreign_cpu_ratio: 0.1, server },
    ];
  });
}

function cellEnd(
  cell: { arm: string; cell: string; round: number },
  parts: readonly [string, Durations][],
  ok: number,
  rate: number,
  pool?: { opened: number; inUse: number; pending: number },
): RecordDraft {
  return {
    type: 'cell_end',
    ...cell,
    duration_s: 1,
    warm_up_s: 0,
    warm_up_operations: 0,
    counts: counts(ok),
    errors: { 'pool-timeout': 1 },
    offered_rate: null,
    achieved_rate: rate,
    durations: Object.fromEntries(parts.map(([name, of]) => [name, durationsRecord(of)])),
    histograms: parts.map(([name, of]) => histogramRecord(name, 'ok', of)),
    connections:
      pool === undefined
        ? null
        : {
            opened: pool.opened,
            closed: 0,
            peak_in_use: pool.inUse,
            peak_pending: pool.pending,
            mean_in_use: pool.inUse,
            mean_pending: pool.pending,
          },
    peak_in_flight: 32,
    littles_law_error_ratio: 0,
    cpu: {
      client_s: 0.5,
      server_s: 0.4,
      pooler_s: null,
      foreign_ratio: 0.1,
      eventloop_utilization_ratio: 0.5,
    },
    server: {
      'pg_stat_database.xact_commit': ok,
      'seen.cpu': 20,
      'seen.IO/DataFileRead': 10,
      'seen.LWLock/WALWrite': 5,
    },
    limit: 'client',
    flags: [],
  };
}

const SHARED = {
  workload: 'select',
  count: 2,
  arm: 'pool of 10',
  first: 1,
  firstArm: 'pool of 1',
  times: shared.say('times', { median: '5.00', low: '4.50', high: '5.50' }),
};
const ADVICE = { workload: 'select', size: 5, sure: [], tail: s3.say('tailHolds'), beyond: [] };
const MISCOUNTED = { statement: 'select <b>1</b>', answered: 3, served: 2 };

function verdicts(): RecordDraft[] {
  return [
    {
      type: 'verdict',
      scenario: 'S3',
      ...verdict(s3.say('shared', SHARED), {
        subject: 'comparison',
        answer: 'better',
        arm: 'pool of 10',
        against: 'pool of 1',
        workload: 'select',
        value: 5,
        low: 4.5,
        high: 5.5,
        method: 'percentile bootstrap',
        delta: 0.05,
      }),
    },
    {
      type: 'verdict',
      scenario: 'S3',
      ...verdict(s3.say('advice', ADVICE), {
        subject: 'size',
        answer: 'advised',
        workload: 'select',
        value: 5,
      }),
    },
    {
      type: 'verdict',
      scenario: 'S3',
      ...check(true, shared.say('littlesLaw', { worst: '0.12', cells: 24 })),
    },
    {
      type: 'verdict',
      scenario: 'run',
      ...check(false, ofRun.say('miscounted', { differences: ofRun.say('difference', MISCOUNTED) })),
    },
  ];
}

function runEnd(reason: 'finished' | 'failed', cells: number): RecordDraft {
  return {
    type: 'run_end',
    arm: null,
    reason,
    exit_code: null,
    duration_s: 83,
    cells,
    error: reason === 'failed' ? { code: 'PG_UNREACHABLE', message: 'The server is gone.' } : null,
    notices: [],
    notices_said: [],
  };
}

function closed(workers: number) {
  return { model: 'closed' as const, workers, arrivals: null, target_rate: null, max_in_flight: null };
}

function counts(ok: number) {
  return { offered: ok + 1, ok, error: 0, timeout: 1, hung: 0, dropped: 0, unknown: 0 };
}

function durations(ms: number, count: number): Durations {
  const all = createDurations();
  for (let index = 0; index < count; index += 1) all.add(ms * (0.5 + index / count));
  return all;
}
