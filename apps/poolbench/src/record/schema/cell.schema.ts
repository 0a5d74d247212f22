import { z } from 'zod';
import { defineRecord } from './envelope.schema.ts';
import { Base64, Count, Measure, Name, Outcome, Seconds, Text } from './vocabulary.schema.ts';

/** A cell is one arm under one workload at one load; it is measured once per round. */
const ofCell = { cell: Name, round: z.int().nonnegative() };

const Counts = z.object({
  offered: Count,
  ok: Count,
  error: Count,
  timeout: Count,
  hung: Count.describe('Neither resolved nor rejected by the deadline'),
  dropped: Count.describe('Not sent, since too many were in flight'),
  unknown: Count.describe('Of a program that did not look'),
});

/** Percentiles with too few samples beyond them are null. */
const Durations = z.object({
  count: Count,
  mean_s: Seconds,
  min_s: Seconds,
  p50_s: Seconds,
  p90_s: Seconds,
  p99_s: Seconds,
  p999_s: Seconds,
  max_s: Seconds,
});

const Histogram = z.object({
  component: Name.describe('As in durations'),
  outcome: z.enum([...Outcome.options, 'all']),
  count: Count,
  beyond: Count.describe('Longer than the range, therefore not in data'),
  data: Base64.describe('HdrHistogram V2, compressed, base64; whole microseconds'),
});

const Load = z.object({
  model: z.enum(['closed', 'open']),
  workers: z.int().positive().nullable().describe('closed: so many wait for their replies'),
  arrivals: z.enum(['fixed', 'poisson', 'bursts', 'ramp', 'replay']).nullable().describe('open'),
  target_rate: Measure.describe('open: operations per second'),
  max_in_flight: z.int().positive().nullable().describe('open: what exceeds it is dropped'),
});

export const CellStart = defineRecord('cell_start', {
  ...ofCell,
  scenario: Name,
  position: z.int().nonnegative().describe('Place in the order of its round'),
  workload: Name,
  statement: Text.nullable().describe('SQL'),
  load: Load,
  pool_size: z.int().nonnegative().nullable(),
  pool_state: z.enum(['cold', 'warm']),
  network_delay_s: Seconds.describe('Round trip added by our proxy'),
  planned_s: Seconds,
  rounds: z.int().positive().nullable().optional().describe('How many rounds it is measured in, if planned'),
});

/** One operation of those that are kept singly. */
export const Sample = defineRecord('sample', {
  ...ofCell,
  operation: Count.describe('Its number within the cell'),
  outcome: Outcome,
  error_class: Name.nullable(),
  schedule_lag_s: Seconds.describe('Intended start to real start'),
  acquire_s: Seconds.describe('Asked for a connection to having it'),
  connect_s: Seconds.describe('Of acquire, when a connection was opened'),
  query_s: Seconds.describe('Sent to last row decoded'),
  hold_s: Seconds.describe('Having the connection to releasing it'),
  service_s: Seconds.describe('Sent to the pool to finished'),
  response_s: Seconds.describe('Intended start to finished'),
});

const BackEnds = z.number().nonnegative().describe('On average of the looks');

const ServerSide = z.object({
  length_s: Seconds.describe('That this tells of: up to the last look, a tenth of a second before the end'),
  commit_rate: Measure.describe(
    'Commits in the database per second, ours and others’; each back-end tells its own about once a second',
  ),
  wal_byte_rate: Measure.describe('Bytes of WAL per second, of the whole server'),
  active: z
    .object({ cpu: BackEnds, io: BackEnds, lock: BackEnds, client: BackEnds, other: BackEnds })
    .describe('Active back-ends of the arm, by what they did or waited for'),
  processors: Measure.describe('That the server kept busy'),
});

/** What happened since the interval before, about every second. */
export const Interval = defineRecord('interval', {
  ...ofCell,
  elapsed_s: Seconds.describe('Since the start of the cell'),
  length_s: Seconds,
  counts: Counts,
  achieved_rate: Measure.describe('Finished operations per second'),
  response: z.object({ p50_s: Seconds, p99_s: Seconds, max_s: Seconds }),
  pool: z
    .object({ active: Count, idle: Count, connecting: Count.nullable(), pending: Count })
    .nullable()
    .describe('At its end; of the last one shortly before, since at its end the load is over'),
  connections: z.object({ opened: Count, closed: Count }).describe('Up to now'),
  eventloop_utilization_ratio: Measure,
  foreign_cpu_ratio: Measure.describe('CPU seconds of others per second'),
  server: ServerSide.nullable().optional().describe('PostgreSQL’s side, seen from outside of the arms'),
});

/** All that was measured in one cell of one round. */
export const CellEnd = defineRecord('cell_end', {
  ...ofCell,
  duration_s: Seconds,
  warm_up_s: Seconds,
  warm_up_operations: Count,
  counts: Counts,
  errors: z.record(Name, Count).describe('By class of error'),
  offered_rate: Measure.describe('Operations per second'),
  achieved_rate: Measure.describe('Finished operations per second'),
  durations: z.record(Name, Durations).describe('By component; over all outcomes that settled'),
  histograms: z.array(Histogram),
  connections: z
    .object({
      opened: Count,
      closed: Count,
      peak_in_use: Count.nullable(),
      peak_pending: Count.nullable(),
      mean_in_use: Measure.describe('Weighted by time'),
      mean_pending: Measure.describe('Weighted by time'),
    })
    .nullable(),
  peak_in_flight: Count.nullable(),
  littles_law_error_ratio: Measure,
  cpu: z
    .object({
      client_s: Seconds,
      server_s: Seconds,
      pooler_s: Seconds,
      foreign_ratio: Measure.describe('CPU seconds of others per second'),
      eventloop_utilization_ratio: Measure,
    })
    .nullable()
    .describe('Seconds are CPU seconds'),
  server: z
    .record(Name, z.union([Measure, Count]))
    .describe('What counters of the server grew by: pg_stat_database.sessions'),
  limit: Name.nullable().describe('What kept it from being faster: client, server-cpu, disk, locks'),
  flags: z
    .array(Name)
    .describe(
      'Why no verdict may rest on it: generator-bound, coordinated-omission, foreign-cpu, interrupted',
    ),
});

export type CellStart = z.infer<typeof CellStart>;
export type Sample = z.infer<typeof Sample>;
export type Interval = z.infer<typeof Interval>;
export type CellEnd = z.infer<typeof CellEnd>;
