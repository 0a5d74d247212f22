import type { CellEnd, CellStart, Interval } from '../record/schema/cell.schema.ts';
import type { LogRecord } from '../record/schema/record.schema.ts';
import type { RunStart } from '../record/schema/run.schema.ts';
import type { Outcome } from '../record/schema/vocabulary.schema.ts';
import { bucketsOf } from './buckets.ts';
import { exposition } from './families.ts';
import { runFamilies, type RunFamilies } from './run-families.ts';

/** Metrics of a run, made from its records. */
export interface RunMetrics {
  /** Counts a record, once it is written. */
  record(record: LogRecord): void;
  /** All metrics, in the text format of Prometheus. */
  text(): Promise<string>;
}

type Counts = Interval['counts'];

const OUTCOMES: readonly Exclude<Outcome, 'unknown'>[] = ['ok', 'error', 'timeout', 'hung', 'dropped'];

/** Metrics of one run. Counters rise each second; histograms when a cell ends, since only then its durations are recorded. */
export function createRunMetrics(): RunMetrics {
  const families = runFamilies();
  let scenario = '';
  // What the intervals of the cell have brought: its end has the whole, the last operations included.
  let counted = new Map<keyof Counts, number>();

  const count = (arm: string, counts: Counts, before: ReadonlyMap<keyof Counts, number>): void => {
    const more = (name: keyof Counts): number => Math.max(0, Number(counts[name]) - (before.get(name) ?? 0));
    for (const outcome of OUTCOMES) {
      const n = more(outcome);
      if (n > 0) families.operations.add({ arm, scenario, outcome }, n);
    }
    families.offered.add({ arm, scenario }, more('offered'));
  };
  return {
    record(record) {
      if (record.type === 'run_start') tellRun(families, record);
      if (record.type === 'cell_start') {
        scenario = record.scenario;
        counted = new Map();
        beginCell(families, record);
      }
      if (record.type === 'interval') {
        count(armOf(record), record.counts, new Map());
        for (const name of [...OUTCOMES, 'offered'] as const)
          counted.set(name, (counted.get(name) ?? 0) + Number(record.counts[name]));
        setLevels(families, record);
      }
      if (record.type === 'cell_end') {
        count(armOf(record), record.counts, counted);
        endCell(families, record, scenario);
      }
      if (record.type === 'run_end') clearLevels(families);
    },
    text: () => Promise.resolve(exposition(Object.values(families))),
  };
}

function armOf({ arm, cell }: Interval | CellEnd): string {
  return arm ?? cell;
}

function tellRun({ buildInfo, runInfo }: RunFamilies, { run_id, plan, versions, server }: RunStart): void {
  const { poolbench = '', node = '', pg = '', postgres = '' } = versions;
  buildInfo.set({ version: poolbench, node, pg, postgres }, 1);
  const serverVersion = server?.version ?? '';
  runInfo.set(
    { run_id, plan: plan.name, server_version: serverVersion, scratch: String(server?.scratch ?? '') },
    1,
  );
}

function clearLevels({
  poolConnections,
  poolMost,
  poolPending,
  targetRate,
  eventLoop,
  foreignCpu,
}: RunFamilies): void {
  for (const level of [poolConnections, poolMost, poolPending, targetRate, eventLoop, foreignCpu])
    level.clear();
}

function beginCell(families: RunFamilies, { arm, cell, scenario, load, pool_size }: CellStart): void {
  clearLevels(families);
  const name = arm ?? cell;
  if (pool_size !== null) families.poolMost.set({ arm: name }, pool_size);
  if (load.target_rate !== null) families.targetRate.set({ arm: name, scenario }, load.target_rate);
}

function setLevels(families: RunFamilies, interval: Interval): void {
  const { pool, eventloop_utilization_ratio: busy, foreign_cpu_ratio: foreign } = interval;
  const arm = armOf(interval);
  if (pool !== null) {
    for (const state of ['active', 'idle', 'connecting'] as const)
      if (pool[state] !== null) families.poolConnections.set({ arm, state }, Number(pool[state]));
    families.poolPending.set({ arm }, Number(pool.pending));
  }
  if (busy !== null) families.eventLoop.set({}, busy);
  if (foreign !== null) families.foreignCpu.set({}, foreign);
}

/** The log does not say why a connection was opened or closed. */
const REASON = 'unknown';

function endCell(families: RunFamilies, end: CellEnd, scenario: string): void {
  const arm = armOf(end);
  for (const [errorClass, n] of Object.entries(end.errors))
    families.errors.add({ arm, error_class: errorClass }, Number(n));
  const timeouts = Number(end.errors['pool-timeout'] ?? 0);
  if (timeouts > 0) families.acquireTimeouts.add({ arm }, timeouts);
  if (end.connections !== null) {
    families.opened.add({ arm, reason: REASON }, Number(end.connections.opened));
    families.closed.add({ arm, reason: REASON }, Number(end.connections.closed));
  }
  addDurations(families, end, { arm, scenario });
  const foreign = end.cpu?.foreign_ratio ?? null;
  if (foreign !== null) families.foreignCpu.set({}, foreign);
}

const STAGE = 'connect.';

function addDurations(families: RunFamilies, end: CellEnd, of: { arm: string; scenario: string }): void {
  const { response, acquire, query, hold, lag, connectStage } = families;
  const plain = new Map([
    ['acquire', acquire],
    ['query', query],
    ['hold', hold],
    ['schedule_lag', lag],
  ]);
  for (const counted of end.histograms) {
    const { component, outcome } = counted;
    const known = end.durations[component];
    const sum = known === undefined || known.mean_s === null ? undefined : Number(known.count) * known.mean_s;
    if (component === 'response' && (outcome === 'ok' || outcome === 'error'))
      response.add({ ...of, outcome }, bucketsOf(counted, outcome === 'ok' ? sum : undefined));
    if (outcome !== 'ok') continue;
    plain.get(component)?.add(of, bucketsOf(counted, sum));
    if (component.startsWith(STAGE) && component !== `${STAGE}total`)
      connectStage.add({ stage: component.slice(STAGE.length) }, bucketsOf(counted, sum));
  }
}
