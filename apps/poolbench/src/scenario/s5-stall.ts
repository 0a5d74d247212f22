import type { Arm } from '../adapter/pool-adapter.ts';
import { latencyOf, longestOf, type Latency } from '../judge/latency.ts';
import { shortNumber } from '../judge/comparison.ts';
import { mergedDurations } from '../judge/merged.ts';
import { selectByKey } from '../load/workloads.ts';
import type { CellEnd } from '../record/schema/cell.schema.ts';
import type { Bench } from '../run/bench.ts';
import type { Cell } from '../run/cell.ts';
import { pipelined, poolOf } from './arms.ts';
import { measureCapacity } from './capacity.ts';
import { measuredSeries } from './compare-cells.ts';
import { hasRoomFor } from './room.ts';
import { s5 } from './s5.words.ts';
import type { Scenario } from './scenario.ts';
import { latencyPhrase } from './shared-phrases.ts';
import { lockTable, pause, stopBackEnd } from './stall.ts';
import { check, finding } from './verdicts.ts';

/** A cell is so many stalls long, and stands still after so many. */
const [LENGTH, BEGINS_AFTER] = [5, 2];
/** Of what a closed loop reaches: the server must be able to catch up after the stall. */
const RATE = 0.3;
/** Of the stall: so much, at most, may have gone by before the first one asks; and a busy machine may be late by so many ms in any case. */
const [MISSED, BUSY_MS] = [0.1, 100];

/** The server stands still for a moment: what a closed loop shows of it, and what users see. */
export const stall: Scenario = {
  id: 'S5',
  title: 'stall',
  seconds: ({ rounds, cellSeconds, stallMs }) =>
    rounds * (cellSeconds + (6 * LENGTH * stallMs) / 1000) + 4 * 2.5,
  async run(bench) {
    const { asking } = bench.terms;
    if (!hasRoomFor(bench, asking + 1, s5.say('name'))) return;
    const quiet: Cell = {
      arm: poolOf(asking),
      workload: selectByKey(bench.schema),
      load: { model: 'closed', workers: asking },
    };
    const capacity = (await measureCapacity(bench, 'S5', [quiet])).get(quiet);
    if (capacity === undefined) return;
    const stalls = stallsOf(bench, quiet, Math.max(1, Math.round(RATE * capacity)));
    await bench.interleave(
      stalls.flatMap(({ closed, open }) => [closed, open]),
      { seconds: (LENGTH * bench.terms.stallMs) / 1000, during: (cell) => standStill(bench, stalls, cell) },
    );
    for (const one of stalls) await judge(bench, one);
    await compareLanes(bench, stalls);
    await checkSeen(bench, stalls);
  },
};

/** One way to stand still, for one arm under both loops. */
interface Stall {
  readonly kind: 'lock' | 'stopped';
  readonly arm: Arm;
  readonly closed: Cell;
  readonly open: Cell;
}

const WHERE = { lock: 'table locked', stopped: 'back-end stopped' } as const;

function stallsOf(bench: Bench, { arm: pool, workload, load }: Cell, rate: number): Stall[] {
  const { stallMs } = bench.terms;
  // Thrice what comes while the server stands still, so that nothing is dropped.
  const maxInFlight = Math.ceil((3 * rate * stallMs) / 1000);
  const of = (kind: Stall['kind'], arm: Arm): Stall => {
    const cell = { arm, workload, where: WHERE[kind] };
    return {
      kind,
      arm,
      closed: { ...cell, load, flags: ['coordinated-omission'] },
      open: { ...cell, load: { model: 'open', arrivals: 'poisson', rate, maxInFlight } },
    };
  };
  if (bench.server.scratch)
    return [of('lock', pool), of('stopped', pool), of('stopped', pipelined('pg', 1, false))];
  bench.notice(s5.say('noStop'));
  return [of('lock', pool)];
}

async function standStill(bench: Bench, stalls: readonly Stall[], cell: Cell): Promise<void> {
  const { stallMs } = bench.terms;
  await pause(BEGINS_AFTER * stallMs, bench.signal);
  if (bench.signal.aborted) return;
  const { kind } = stalls.find(({ closed, open }) => closed === cell || open === cell) ?? {};
  if (kind === 'lock') await lockTable(bench, stallMs);
  else await stopBackEnd(bench, cell.arm, stallMs);
}

/** What was seen of a stalled cell. */
interface Seen {
  readonly rounds: number;
  readonly p99: Latency;
  /** Milliseconds. */
  readonly longest: number;
}

/** Null when there were too few, or when it may be the generator that was late. */
function seenIn(bench: Bench, cell: Cell): Seen | null {
  const ends = measuredSeries(bench, 'S5', cell)?.ends ?? [];
  const p99 = latencyOf(ends, 99);
  if (p99 === null || latenessOf(ends) > Math.max(LATE_MS, LATE * p99.ms)) return null;
  return { rounds: ends.length, p99, longest: Math.max(...ends.map((end) => longestOf(end))) };
}

/** Late starts that may be: so many milliseconds, or this share of what is told. Answers that come all at once after a stall keep the loop busy. */
const [LATE_MS, LATE] = [1, 0.1];

function latenessOf(ends: readonly CellEnd[]): number {
  return mergedDurations(ends, 'schedule_lag').percentile(99) ?? 0;
}

async function judge(bench: Bench, { kind, arm, closed, open }: Stall): Promise<void> {
  const [inClosed, inOpen] = [seenIn(bench, closed), seenIn(bench, open)];
  if (inClosed === null || inOpen === null) return;
  const { stallMs } = bench.terms;
  await bench.verdict(
    finding(
      s5.say(kind, {
        arm: arm.id,
        stall: stallMs,
        length: (LENGTH * stallMs) / 1000,
        open: latencyPhrase(inOpen.p99),
        openLongest: shortNumber(inOpen.longest),
        closed: latencyPhrase(inClosed.p99),
        closedLongest: shortNumber(inClosed.longest),
      }),
      {
        ...ofLatency(inOpen),
        arm: arm.id,
        workload: open.workload.name,
        reason:
          'The p99 of the closed loop leaves out those who would have come while its workers waited (coordinated omission).',
      },
    ),
  );
}

function ofLatency({ p99: { ms, low, high }, rounds }: Seen) {
  return {
    metric: 'durations.response.p99_s',
    ...{ value: ms / 1000, low: low / 1000, high: high / 1000 },
    method: 'order statistics',
    confidence: 0.95,
    rounds,
  } as const;
}

/** The same stop on a pool and on one connection that all share: there, all wait behind the one who is not answered. */
async function compareLanes(bench: Bench, stalls: readonly Stall[]): Promise<void> {
  const [pool, lane] = stalls.filter(({ kind }) => kind === 'stopped');
  if (pool === undefined || lane === undefined) return;
  const [ofPool, ofLane] = [seenIn(bench, pool.open), seenIn(bench, lane.open)];
  if (ofPool === null || ofLane === null) return;
  const blocks = ofLane.p99.low > ofPool.p99.high;
  await bench.verdict(
    finding(
      s5.say('lanes', {
        pool: pool.arm.id,
        ofPool: latencyPhrase(ofPool.p99),
        ofLane: latencyPhrase(ofLane.p99),
        end: blocks ? s5.say('blocks') : [],
      }),
      { ...ofLatency(ofLane), arm: lane.arm.id, against: pool.arm.id, workload: lane.open.workload.name },
    ),
  );
}

/** Whether the server really stood still: in every cell somebody must have waited as long, from when the first one came. */
async function checkSeen(bench: Bench, stalls: readonly Stall[]): Promise<void> {
  const { stallMs } = bench.terms;
  const waits = stalls
    .flatMap(({ closed, open }) => [closed, open])
    .flatMap((cell) =>
      (measuredSeries(bench, 'S5', cell)?.ends ?? []).map((end) => ({
        longest: longestOf(end),
        least: stallMs - Math.max(MISSED * stallMs, BUSY_MS) - longestGapMs(cell.load),
      })),
    );
  if (waits.length === 0) return;
  const longest = Math.min(...waits.map((one) => one.longest));
  await bench.verdict(
    check(
      waits.every((one) => one.longest >= one.least),
      s5.say('seen', { cells: waits.length, longest: shortNumber(longest), stall: stallMs }),
      { value: longest / 1000 },
    ),
  );
}

/** Between two who come independently of each other; longer only once in a thousand times. */
function longestGapMs(load: Cell['load']): number {
  return load.model === 'open' ? (Math.log(1000) / load.rate) * 1000 : 0;
}
