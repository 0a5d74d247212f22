import { median } from '../domain/statistics/quantile.ts';
import type { Bench } from '../run/bench.ts';
import type { Cell } from '../run/cell.ts';
import { readBackEnds } from '../server/back-ends.ts';
import { privateBytesOf } from '../server/memory.ts';
import { poolOf } from './arms.ts';
import { compareCells } from './compare-cells.ts';
import { gatherCrowd, type IdleCrowd } from './idle-crowd.ts';
import { hasRoomFor } from './room.ts';
import { s14 } from './s14.words.ts';
import type { Scenario } from './scenario.ts';
import { timesPhrase } from './shared-phrases.ts';
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
  return counts.filter((count) => hasRoomFor(bench, count + asking, s14.say('name', { count })));
}

function cellsOf({ terms: { workloads, asking } }: Bench, counts: readonly number[]): Map<Cell, number> {
  const [workload] = workloads;
  if (workload === undefined) return new Map();
  const busy: Cell = { arm: poolOf(asking), workload, load: { model: 'closed', workers: asking } };
  return new Map(
    counts.map((count) => [count === 0 ? busy : { ...busy, where: `beside ${count} idle` }, count]),
  );
}

async function gathered(bench: Bench, crowd: IdleCrowd, count: number): Promise<Look> {
  const { server, database } = bench;
  const seen = await crowd.resize(count);
  await bench.event('crowd-gathered', `${count} idle connections are open.`);
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
      says: (found) => {
        const [of, others] = [
          { workload: cell.workload.name, count, arm: cell.arm.id },
          cells.get(alone) ?? 0,
        ];
        const times = timesPhrase(found);
        return others === 0
          ? s14.say('besideNone', { ...of, times })
          : s14.say('besideOthers', { ...of, times, others });
      },
    })),
  );
}

const MEGABYTE = 2 ** 20;

async function tellMemory({ server, verdict, notice }: Bench, looks: readonly Look[]): Promise<void> {
  const bytes = looks.flatMap((look) => look.bytes);
  if (bytes.length === 0) {
    if (looks.some(({ count }) => count > 0)) notice(s14.say(server.pid === null ? 'elsewhere' : 'notShown'));
    return;
  }
  const one = median(bytes);
  const [low, high] = [Math.min(...bytes), Math.max(...bytes)];
  await verdict(
    finding(
      s14.say('memory', {
        one: inMegabytes(one),
        count: bytes.length,
        low: inMegabytes(low),
        high: inMegabytes(high),
        hundred: inMegabytes(100 * one),
      }),
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
  const said =
    wrong === 0
      ? s14.say('seen', { looks: looks.length })
      : s14.say('otherSeen', { wrong, looks: looks.length });
  await verdict(check(wrong === 0, said, { value: wrong }));
}
