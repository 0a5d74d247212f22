import type { Arm } from '../adapter/pool-adapter.ts';
import { ratioOfArms } from '../domain/statistics/ratio.ts';
import { median } from '../domain/statistics/quantile.ts';
import { ratioFields, shortNumber } from '../judge/comparison.ts';
import { longestOf } from '../judge/latency.ts';
import type { CellEnd } from '../record/schema/cell.schema.ts';
import type { Bench } from '../run/bench.ts';
import type { Cell } from '../run/cell.ts';
import { driverPool, poolOf } from './arms.ts';
import { measuredSeries } from './compare-cells.ts';
import { hasRoomFor } from './room.ts';
import { s8 } from './s8.words.ts';
import type { Scenario } from './scenario.ts';
import { timesPhrase } from './shared-phrases.ts';
import { pause } from './stall.ts';
import { check, finding } from './verdicts.ts';

/** The drivers' own is 10 s and more; how long it is does not matter, only that it passed. */
const IDLE_TIMEOUT_MS = 200;
const QUIET_MS = 2 * IDLE_TIMEOUT_MS;
/** Time of a cell: all of its burst comes at the beginning, and the cell ends when it is served. */
const BURST_SECONDS = 1;

/** Nobody asks for a while, and then all at once: a pool that has let its idle connections go, and pools that have not. */
export const burst: Scenario = {
  id: 'S8',
  title: 'idle, then a burst',
  seconds: ({ rounds }) => 3 * (3 + rounds * (QUIET_MS / 1000 + 0.3)),
  async run(bench) {
    const {
      asking,
      workloads: [workload],
    } = bench.terms;
    if (workload === undefined) return;
    if (!hasRoomFor(bench, 3 * asking, s8.say('name'))) return;
    const cellOf = (arm: Arm, poolState: Cell['poolState'] = 'warm'): Cell => ({
      ...{ arm, workload, poolState },
      load: { model: 'open', arrivals: 'bursts', rate: asking, maxInFlight: asking },
    });
    const cells: Cells = {
      cold: cellOf(withIdleRule(asking, 'lets idle ones go'), 'cold'),
      warm: cellOf(withIdleRule(asking, 'keeps them', asking)),
      other: cellOf(driverPool('postgres.js', asking, false)),
    };
    await bench.interleave(Object.values(cells), {
      seconds: BURST_SECONDS,
      before: async () => {
        await pause(QUIET_MS, bench.signal);
        await bench.event('burst', `After ${QUIET_MS} ms of quiet, ${asking} come at once.`);
      },
    });
    await judge(bench, cells);
    await checkOpened(bench, cells);
  },
};

interface Cells extends Readonly<Record<string, Cell>> {
  readonly cold: Cell;
  readonly warm: Cell;
  /** Of postgres.js, whose pool closes no connection for being idle. */
  readonly other: Cell;
}

function withIdleRule(size: number, what: string, keepIdle?: number): Arm {
  const pool = poolOf(size);
  return {
    ...pool,
    id: `${pool.id} that ${what}`,
    rules: { idleTimeoutMs: IDLE_TIMEOUT_MS, ...(keepIdle !== undefined && { keepIdle }) },
  };
}

async function judge(bench: Bench, { cold, warm, other }: Cells): Promise<void> {
  // Without the start: who is one of many at once is started after the others.
  const slowest = (cell: Cell): number[] => endsOf(bench, cell).map((end) => longestOf(end, 'service'));
  const [slowCold, slowWarm, slowOther] = [slowest(cold), slowest(warm), slowest(other)];
  const all = [...slowCold, ...slowWarm, ...slowOther];
  if (all.length === 0 || all.includes(0)) return;
  const ratio = ratioOfArms(slowCold, slowWarm, { random: bench.random });
  await bench.verdict(
    finding(
      s8.say('slowest', {
        quiet: QUIET_MS,
        asking: bench.terms.asking,
        cold: usual(slowCold),
        coldArm: cold.arm.id,
        warm: usual(slowWarm),
        times: timesPhrase({ ratio, atLeast: false }),
        other: usual(slowOther),
      }),
      {
        ...ratioFields(ratio),
        arm: cold.arm.id,
        against: warm.arm.id,
        workload: cold.workload.name,
        metric: 'durations.service.max_s',
      },
    ),
  );
}

function endsOf(bench: Bench, cell: Cell): readonly CellEnd[] {
  return measuredSeries(bench, 'S8', cell)?.ends ?? [];
}

function usual(values: readonly number[]): string {
  return shortNumber(median(values));
}

/** What is compared must be what its name says: in each burst one opens a connection for everybody, the others none. */
async function checkOpened(bench: Bench, { cold, warm, other }: Cells): Promise<void> {
  const opened = (cell: Cell): number[] =>
    endsOf(bench, cell).map(({ connections }) => Number(connections?.opened ?? 0));
  const [byCold, byKept] = [opened(cold), [...opened(warm), ...opened(other)]];
  if (byCold.length === 0) return;
  await bench.verdict(
    check(
      byCold.every((count) => count === bench.terms.asking) && byKept.every((count) => count === 0),
      s8.say('opened', {
        bursts: byCold.length,
        asking: bench.terms.asking,
        cold: sumOf(byCold),
        kept: sumOf(byKept),
      }),
      { value: sumOf(byKept) },
    ),
  );
}

function sumOf(counts: readonly number[]): number {
  return counts.reduce((sum, count) => sum + count, 0);
}
