import { mean, quantileOfSorted } from '../../domain/statistics/quantile.ts';
import { isSupported, samplesNeeded } from '../../domain/statistics/percentile-rule.ts';
import type { RecordDraft } from '../schema/record.schema.ts';
import type { Entry } from './entry.ts';

/** What is known of the run in an old log. */
export interface OldRun {
  /** As its file was named. */
  readonly file: string;
  /** The function that was measured. */
  readonly name: string;
  /** Whether it built a pool for each query. */
  readonly pooled: boolean;
  readonly guessed: boolean;
}

/** A record to be, and its time. */
export interface TimedDraft {
  readonly draft: RecordDraft;
  /** Microseconds since the Unix epoch. */
  readonly instant: number;
}

/** The records of a run of one cell, in their order. @param entries one or more */
export function draftsOf(run: OldRun, entries: readonly Entry[], notes: readonly string[]): TimedDraft[] {
  const instants = entries.map(({ now }) => now.instant);
  const [first = NaN] = instants;
  const last = instants.at(-1) ?? NaN;
  return [
    { draft: runStart(run, notes), instant: first },
    { draft: cellStart(run), instant: first },
    ...entries.map((entry, index) => ({ draft: sample(run, entry, index), instant: entry.now.instant })),
    { draft: cellEnd(run, entries), instant: last },
    { draft: runEnd(), instant: last },
  ];
}

function runStart({ file, name, pooled, guessed }: OldRun, notes: readonly string[]): RecordDraft {
  return {
    type: 'run_start',
    arm: null,
    plan: { name: 'psycopg-test', scenarios: ['S2'], rounds: 1 },
    arms: [
      {
        id: name,
        driver: 'psycopg2',
        keep: pooled ? 'pool-per-query' : 'connection-per-query',
        size: null,
        prepared: false,
      },
    ],
    configuration: [],
    versions: {},
    machine: null,
    server: null,
    seeds: {},
    imported: { tool: 'psycopg-test', file, tz_guessed: guessed, notes },
  };
}

function cellStart({ name }: OldRun): RecordDraft {
  return {
    type: 'cell_start',
    arm: name,
    ...cellOf(name),
    scenario: 'S2',
    position: 0,
    workload: 'insert',
    statement: null,
    load: { model: 'closed', workers: 1, arrivals: null, target_rate: null, max_in_flight: null },
    pool_size: null,
    pool_state: 'cold',
    network_delay_s: null,
    planned_s: null,
  };
}

function sample({ name }: OldRun, { time }: Entry, operation: number): RecordDraft {
  return {
    type: 'sample',
    arm: name,
    ...cellOf(name),
    operation,
    outcome: 'unknown',
    error_class: null,
    schedule_lag_s: null,
    acquire_s: null,
    connect_s: null,
    query_s: null,
    hold_s: null,
    service_s: time < 0 ? null : time,
    response_s: null,
    ...(time < 0 ? { nulls: { service_s: 'the wall clock went backwards' } } : {}),
  };
}

function cellEnd({ name }: OldRun, entries: readonly Entry[]): RecordDraft {
  const { durations, nulls } = serviceOf(entries);
  return {
    type: 'cell_end',
    arm: name,
    ...cellOf(name),
    duration_s: null,
    warm_up_s: null,
    warm_up_operations: 0,
    counts: {
      offered: entries.length,
      ok: 0,
      error: 0,
      timeout: 0,
      hung: 0,
      dropped: 0,
      unknown: entries.length,
    },
    errors: {},
    offered_rate: null,
    achieved_rate: null,
    durations: { service: durations },
    histograms: [],
    connections: null,
    peak_in_flight: null,
    littles_law_error_ratio: null,
    cpu: null,
    server: {},
    limit: null,
    flags: ['imported'],
    nulls,
  };
}

function runEnd(): RecordDraft {
  return {
    type: 'run_end',
    arm: null,
    reason: 'finished',
    exit_code: null,
    duration_s: null,
    cells: 1,
    error: null,
    notices: [],
  };
}

function cellOf(name: string) {
  return { cell: `${name} insert`, round: 0 };
}

const PERCENTILES = [
  ['p50_s', 50],
  ['p90_s', 90],
  ['p99_s', 99],
  ['p999_s', 99.9],
] as const;

function serviceOf(entries: readonly Entry[]) {
  const sorted = entries.flatMap(({ time }) => (time < 0 ? [] : [time])).toSorted((a, b) => a - b);
  const count = sorted.length;
  const percentile = (percent: number) =>
    isSupported(percent, count) ? quantileOfSorted(sorted, percent / 100) : null;
  const tooFew = PERCENTILES.filter(([, percent]) => !isSupported(percent, count)).map(([field, percent]) => [
    `durations.service.${field}`,
    `needs ${samplesNeeded(percent)} samples, has ${count}`,
  ]);
  return {
    durations: {
      count,
      mean_s: count === 0 ? null : mean(sorted),
      min_s: sorted[0] ?? null,
      p50_s: percentile(50),
      p90_s: percentile(90),
      p99_s: percentile(99),
      p999_s: percentile(99.9),
      max_s: sorted.at(-1) ?? null,
    },
    nulls: Object.fromEntries(tooFew) as Record<string, string>,
  };
}
