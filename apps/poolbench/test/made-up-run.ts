import { createDurations, type Durations } from '../src/load/histogram.ts';
import { openLog, type LogSettings, type LogWriter } from '../src/record/log-writer.ts';
import type { RecordDraft } from '../src/record/schema/record.schema.ts';
import { durationsRecord, histogramRecord } from '../src/run/durations-record.ts';
import { verdict } from '../src/scenario/verdicts.ts';

/** The parts of a run that a test makes up. */
export interface MadeUpRun {
  readonly plan?: string;
  readonly rounds?: number;
  readonly sizes?: readonly number[];
  /** Multiplies every rate. */
  readonly speed?: number;
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
    sizes.flatMap((size) => cellOf(size, round + 1, speed)),
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

function verdicts(): RecordDraft[] {
  return [
    {
      type: 'verdict',
      scenario: 'S3',
      ...verdict({
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
        sentence: 'select: a pool of 10 serves 5.0× what a pool of 1 does.',
      }),
    },
    {
      type: 'verdict',
      scenario: 'S3',
      ...verdict({
        subject: 'size',
        answer: 'advised',
        workload: 'select',
        value: 5,
        sentence: 'select: a pool of 5 is within 5 % of the best.',
      }),
    },
    {
      type: 'verdict',
      scenario: 'S3',
      ...verdict({ subject: 'check', answer: 'passed', sentence: 'The clocks agree.' }),
    },
    {
      type: 'verdict',
      scenario: 'run',
      ...verdict({
        subject: 'check',
        answer: 'failed',
        sentence: '"select <b>1</b>" was answered 3 times, but the server counted 2.',
      }),
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
