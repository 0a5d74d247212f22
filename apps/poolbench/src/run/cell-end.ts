import { cpus } from 'node:os';
import { littlesLaw, LITTLES_LAW_TOLERANCE } from '../domain/queueing/littles-law.ts';
import type { LoadResult } from '../load/load.ts';
import type { CellEnd } from '../record/schema/cell.schema.ts';
import type { RecordDraft } from '../record/schema/record.schema.ts';
import type { ServerCounters } from '../server/counters.ts';
import type { WaitCounts } from '../server/wait-sampler.ts';
import { cellName, type Cell } from './cell.ts';
import { durationsRecord, histogramRecord } from './durations-record.ts';

/** All that was seen of one cell in one round. */
export interface CellMeasured {
  readonly cell: Cell;
  readonly round: number;
  readonly elapsedSeconds: number;
  readonly warmUp: { readonly seconds: number; readonly operations: number };
  readonly result: LoadResult;
  readonly cpu: CellCpu;
  readonly server: ServerCounters;
  readonly waits: WaitCounts;
  /** It was broken off. */
  readonly interrupted: boolean;
}

export interface CellCpu {
  /** Seconds of CPU. */
  readonly client: number;
  readonly server: number | null;
  readonly pooler: number | null;
  /** Processors that others kept busy, on average. */
  readonly foreign: number | null;
  /** Share of the time in which the busiest event loop that made the load was busy, 0 to 1. */
  readonly eventLoop: number;
}

/** The record of a cell that ended. */
export function cellEndDraft(measured: CellMeasured): Extract<RecordDraft, { type: 'cell_end' }> {
  const { cell, round, elapsedSeconds, warmUp, result, cpu, server, waits } = measured;
  const { counts, durations, seconds } = result;
  return {
    type: 'cell_end',
    arm: cell.arm.id,
    cell: cellName(cell),
    round,
    duration_s: elapsedSeconds,
    warm_up_s: warmUp.seconds,
    warm_up_operations: warmUp.operations,
    counts: { ...counts, unknown: 0 },
    errors: { ...result.errors },
    offered_rate: cell.load.model === 'open' ? counts.offered / seconds : null,
    achieved_rate: result.completed / seconds,
    durations: Object.fromEntries(
      Object.entries(durations).map(([component, of]) => [component, durationsRecord(of)]),
    ),
    histograms: [
      ...Object.entries(durations).map(([component, of]) => histogramRecord(component, 'ok', of)),
      histogramRecord('response', 'all', result.all),
      histogramRecord('response', 'error', result.failed),
    ].filter(({ count }) => count !== 0),
    connections: {
      opened: result.connections.opened,
      closed: result.connections.closed,
      peak_in_use: result.peakInUse,
      peak_pending: result.peakPending,
      mean_in_use: result.meanInUse,
      mean_pending: result.meanPending,
    },
    peak_in_flight: result.peakInFlight,
    littles_law_error_ratio: littlesLawError(cell, result),
    cpu: {
      client_s: cpu.client,
      server_s: cpu.server,
      pooler_s: cpu.pooler,
      foreign_ratio: cpu.foreign,
      eventloop_utilization_ratio: cpu.eventLoop,
    },
    server: { ...server, ...Object.fromEntries([...waits].map(([event, n]) => [`seen.${event}`, n])) },
    limit: limitOf(measured),
    flags: flagsOf(measured),
  };
}

// In a closed loop the workers are always asking, so the clocks must account for all of them.
function littlesLawError({ load }: Cell, { busyMs, seconds, counts }: LoadResult): number | null {
  if (load.model !== 'closed' || counts.offered === 0) return null;
  const meanResidence = busyMs / 1000 / counts.offered;
  return littlesLaw({ rate: counts.offered / seconds, meanResidence, inFlight: load.workers });
}

/** A busy event loop from here on: what more the server could do, this process could not ask for. */
const CLIENT_BOUND = 0.9;
/** Share of the processors, or of the looks at active back-ends, from which on one thing is called the limit. */
const MOSTLY = 0.5;
const ALL_BUSY = 0.9;

function limitOf({ cell, cpu, waits, elapsedSeconds: seconds }: CellMeasured): CellEnd['limit'] {
  // An open loop spins before each start, so its event loop is always busy; its limit shows in late starts.
  if (cell.load.model === 'closed' && cpu.eventLoop >= CLIENT_BOUND) return 'client';
  const shareOf = shareOfWaits(waits);
  if (shareOf('IO/') >= MOSTLY) return 'disk';
  if (shareOf('Lock/') + shareOf('LWLock/') >= MOSTLY) return 'locks';
  const busy = (cpu.client + (cpu.server ?? 0) + (cpu.pooler ?? 0)) / seconds + (cpu.foreign ?? 0);
  if (cpu.server !== null && busy >= ALL_BUSY * cpus().length) return 'server-cpu';
  return null;
}

// A back-end that waits for another one's WAL write waits for the disk, though by a lock's name.
const WAITS_FOR_DISK = 'LWLock/WALWrite';

function shareOfWaits(waits: WaitCounts): (prefix: string) => number {
  const total = [...waits.values()].reduce((sum, count) => sum + count, 0);
  return (prefix) => {
    const of = [...waits].filter(([event]) =>
      event === WAITS_FOR_DISK ? prefix === 'IO/' : event.startsWith(prefix),
    );
    return total === 0 ? 0 : of.reduce((sum, [, count]) => sum + count, 0) / total;
  };
}

const MUCH_FOREIGN = 0.25;
const LAG_ALLOWED_MS = 1;
const LAG_ALLOWED_OF_SERVICE = 0.1;
/** Of what an open loop offered, finished in time: below this the queue only grows. */
const KEPT_UP = 0.99;

function flagsOf({ cell, result, cpu, interrupted }: CellMeasured): string[] {
  const law = littlesLawError(cell, result);
  const open = cell.load.model === 'open';
  return [
    ...(cell.flags ?? []),
    ...(open && startsLate(result) ? ['generator-bound'] : []),
    ...(open && result.completed < KEPT_UP * result.counts.offered ? ['saturated'] : []),
    ...((cpu.foreign ?? 0) > MUCH_FOREIGN ? ['foreign-cpu'] : []),
    ...(law !== null && Math.abs(law) > LITTLES_LAW_TOLERANCE ? ['clocks-disagree'] : []),
    ...(interrupted ? ['interrupted'] : []),
  ];
}

/** Whether the latency is the generator's own: its 99th percentile of late starts is over 1 ms and over a tenth of the usual service. */
function startsLate({ durations }: LoadResult): boolean {
  const lag = durations.schedule_lag.percentile(99) ?? 0;
  const service = durations.service.percentile(50) ?? 0;
  return lag > Math.max(LAG_ALLOWED_MS, LAG_ALLOWED_OF_SERVICE * service);
}
