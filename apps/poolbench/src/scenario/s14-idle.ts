import { median } from '../domain/statistics/quantile.ts';
import { timesText } from '../judge/comparison.ts';
import type { Bench } from '../run/bench.ts';
import type { Cell } from '../run/cell.ts';
import { readBackEnds } from '../server/back-ends.ts';
import { privateBytesOf } from '../server/memory.ts';
import { poolOf } from './arms.ts';
import { compareCells } from './compare-cells.ts';
import { gatherCrowd, type IdleCrowd } from './idle-crowd.ts';
import { hasRoomFor } from './room.ts';
import type { Scenario } from './scenario.ts';
import { check, finding } from './verdicts.ts';

/** Opening a connection takes the server's and our processor so long, together. */
const CONNECT_S = 0.01;

/** What connections cost that nobody uses: the server's memory, and the speed of a pool that is busy beside them. */
export const idle: Scenario = {
  id: 'S14',
  title: 'many idle connections',
  seconds: ({ idle: counts, rounds, cellSeconds }) =>
    2.5 + rounds * counts.reduce((sum, count) => sum + cellSeconds + count * CONNECT_S, 0),
  async run(bench) {
    const counts = affordable(bench);
    const cells = cellsOf(bench, counts);
    const crowd = await gatherCrowd(bench, Math.max(1, ...counts));
    const looks: Look[] = [];
    try {
      await bench.interleave([...cells.keys()], {
        before: async (cell) => void looks.push(await gathered(bench, crowd, cells.get(cell) ?? 0)),
      });
    } finally {
      await crowd.resize(0);
    }
    await compare(bench, cells);
    await tellMemory(bench, looks);
    await checkCrowd(bench, looks);
  },
};

/** The server, looked at with so many idle connections. */
interface Look {
  readonly count: number;
  /** Whether it had just as many. */
  readonly seen: boolean;
  /** Private memory of each of their back-ends, in bytes. */
  readonly bytes: readonly number[];
}

/** The numbers of idle connections that the server has room for. */
function affordable(bench: Bench): number[] {
  const { idle: counts, asking } = bench.terms;
  return counts.filter((count) =>
    hasRoomFor(bench, count + asking, `A pool beside ${count} idle connections`),
  );
}

function cellsOf({ terms: { workloads, asking } }: Bench, counts: readonly number[]): Map<Cell, number> {
  const [workload] = workloads;
  if (workload === undefined) return new Map();
  const busy: Cell = { arm: poolOf(asking), workload, load: { model: 'closed', workers: asking } };
  return new Map(
    counts.map((count) => [count === 0 ? busy : { ...busy, where: `beside ${count} idle` }, count]),
  );
}

async function gathered({ server, database }: Bench, crowd: IdleCrowd, count: number): Promise<Look> {
  const seen = await crowd.resize(count);
  // The numbers of processes are those of the server's machine, which is ours when its first process is.
  const backEnds = server.pid === null ? [] : await readBackEnds(database, crowd.arm.id);
  const bytes = backEnds.map(({ pid }) => privateBytesOf(pid)).filter((amount) => amount !== null);
  return { count, seen, bytes };
}

async function compare(bench: Bench, cells: ReadonlyMap<Cell, number>): Promise<void> {
  const [[alone] = [], ...others] = [...cells].sort(([, one], [, other]) => one - other);
  if (alone === undefined) return;
  await compareCells(
    bench,
    'S14',
    others.map(([cell, count]) => ({
      cell,
      against: alone,
      sentence: (found) =>
        `${cell.workload.name}: beside ${count} idle connections a ${cell.arm.id} serves ${timesText(found)} what it does ${besideText(cells.get(alone) ?? 0)}.`,
    })),
  );
}

function besideText(count: number): string {
  return count === 0 ? 'alone' : `beside ${count}`;
}

const MEGABYTE = 2 ** 20;

async function tellMemory({ server, verdict, notice }: Bench, looks: readonly Look[]): Promise<void> {
  const bytes = looks.flatMap((look) => look.bytes);
  if (bytes.length === 0) {
    if (looks.some(({ count }) => count > 0))
      notice(
        server.pid === null
          ? 'The memory of idle back-ends was left out: the server runs elsewhere.'
          : 'The memory of idle back-ends was left out: this machine does not show it.',
      );
    return;
  }
  const one = median(bytes);
  const [low, high] = [Math.min(...bytes), Math.max(...bytes)];
  await verdict(
    finding(
      `An idle connection takes ${inMegabytes(one)} MB of the server's memory for itself, after one query (median of ${bytes.length}, ${inMegabytes(low)} to ${inMegabytes(high)}): ${inMegabytes(100 * one)} MB for a hundred of them.`,
      { metric: 'server.private_bytes_per_idle', value: one, low, high, method: 'range' },
    ),
  );
}

function inMegabytes(bytes: number): string {
  const amount = bytes / MEGABYTE;
  return amount.toFixed(amount < 10 ? 2 : 0);
}

async function checkCrowd({ verdict, signal }: Bench, looks: readonly Look[]): Promise<void> {
  const wrong = looks.filter(({ seen }) => !seen).length;
  if (looks.length === 0 || signal.aborted) return;
  const sentence =
    wrong === 0
      ? `The server saw exactly the idle connections that were held, each of ${looks.length} times.`
      : `The server saw other idle connections than were held, ${wrong} of ${looks.length} times.`;
  await verdict(check(wrong === 0, sentence, { value: wrong }));
}
