import { createDurations, type Durations } from '../load/histogram.ts';
import type { ConnectStages } from '../prober/probe.ts';
import { STAGES } from '../prober/stages.ts';
import type { CellEnd } from '../record/schema/cell.schema.ts';
import type { RecordDraft } from '../record/schema/record.schema.ts';
import { durationsRecord, histogramRecord } from '../run/durations-record.ts';
import type { Subject } from './s1-subject.ts';

/** Who opens the connections of every cell of the anatomy. */
export const PROBER = 'prober';

/** One subject in one round. */
interface CellOfRound {
  readonly subject: Subject;
  readonly round: number;
}

export interface CellBeginning extends CellOfRound {
  readonly rounds: number;
  /** Place in the turns of the round. */
  readonly position: number;
}

export interface CellEnding extends CellOfRound {
  readonly found: readonly ConnectStages[];
  /** Connections that were opened before the first round. */
  readonly warmUp: readonly ConnectStages[];
}

export function cellStartOf({
  subject: { cell, route },
  round,
  rounds,
  position,
}: CellBeginning): RecordDraft {
  return {
    type: 'cell_start',
    arm: PROBER,
    cell,
    round,
    rounds,
    scenario: 'S1',
    position,
    workload: 'connect',
    statement: 'select 1',
    load: { model: 'closed', workers: 1, arrivals: null, target_rate: null, max_in_flight: null },
    pool_size: 1,
    pool_state: 'cold',
    network_delay_s: route?.kind === 'delay' ? route.roundTripMs / 1000 : 0,
    planned_s: null,
  };
}

/** Its seconds are those that its own connections lived, not those of other cells between them. */
export function cellEndOf({ subject: { cell }, round, found, warmUp }: CellEnding): RecordDraft {
  const seconds = secondsOf(found);
  return {
    type: 'cell_end',
    arm: PROBER,
    cell,
    round,
    duration_s: seconds,
    warm_up_s: secondsOf(warmUp),
    warm_up_operations: warmUp.length,
    counts: countsOf(found.length),
    errors: {},
    offered_rate: null,
    achieved_rate: found.length / seconds,
    ...timesOf(found),
    connections: null,
    peak_in_flight: 1,
    littles_law_error_ratio: null,
    cpu: null,
    server: {},
    limit: null,
    flags: [],
  };
}

function secondsOf(found: readonly ConnectStages[]): number {
  return found.reduce((sum, { totalMs }) => sum + totalMs, 0) / 1000;
}

function countsOf(ok: number): CellEnd['counts'] {
  return { offered: ok, ok, error: 0, timeout: 0, hung: 0, dropped: 0, unknown: 0 };
}

function timesOf(found: readonly ConnectStages[]): Pick<CellEnd, 'durations' | 'histograms'> {
  const parts: [string, Durations][] = [
    ...STAGES.map((stage): [string, Durations] => [
      `connect.${stage}`,
      durationsOf(found, ({ stages }) => stages[stage]),
    ]),
    ['connect.total', durationsOf(found, ({ connectMs }) => connectMs)],
  ];
  const seen = parts.filter(([, of]) => of.count() > 0);
  return {
    durations: Object.fromEntries(seen.map(([name, of]) => [name, durationsRecord(of)])),
    histograms: seen.map(([name, of]) => histogramRecord(name, 'ok', of)),
  };
}

/** Of those in which it took place. */
export function durationsOf(
  found: readonly ConnectStages[],
  value: (one: ConnectStages) => number | null,
): Durations {
  const durations = createDurations();
  for (const one of found) {
    const time = value(one);
    if (time !== null) durations.add(time);
  }
  return durations;
}
