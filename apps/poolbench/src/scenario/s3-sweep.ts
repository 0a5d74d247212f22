import type { WorkloadSpec } from '../load/workload.ts';
import { sizingOf, type Sizing } from '../judge/sizing.ts';
import { seriesOf } from '../judge/series.ts';
import { limitWords } from '../judge/limit.ts';
import type { Bench } from '../run/bench.ts';
import { cellName, type Cell } from '../run/cell.ts';
import { routeName, type Route } from '../run/route.ts';
import { shortNumber } from '../judge/comparison.ts';
import { poolOf } from './arms.ts';
import { delays } from './delays.ts';
import { adviseInstances, measureInstances } from './instances.ts';
import type { Scenario } from './scenario.ts';
import { checkLittlesLaw } from './little.ts';
import { finding, verdict } from './verdicts.ts';

/** How large the pool should be: the same load on pools of rising sizes. */
export const sweep: Scenario = {
  id: 'S3',
  title: 'sweep of pool sizes',
  seconds: ({ workloads, sizes, rounds, cellSeconds, roundTripsMs }) =>
    sizes.length * workloads.length * roundTripsMs.length * (rounds * cellSeconds + 2.5),
  async run(bench) {
    const sizes = affordable(bench);
    const sweeps = delays(bench.terms).flatMap((route) =>
      bench.terms.workloads.map((workload) => ({
        workload,
        route,
        cells: cellsOf(bench, workload, route, sizes),
      })),
    );
    await bench.interleave(sweeps.flatMap(({ cells }) => cells));
    for (const { workload, route, cells } of sweeps) {
      const size = await judge(bench, [workload.name, routeName(route)].join(' ').trimEnd(), cells);
      if (size !== null && route === undefined) await measureInstances(bench, workload, size);
    }
    await checkLittlesLaw(bench);
  },
};

/** Connections for those who watch, and for the pool before that is still closing. */
const SPARE = 6;

/** The sizes for which the server has connections; what is left out is told. */
function affordable({ terms: { sizes }, facts, notice }: Bench): number[] {
  const most = facts.freeConnections - SPARE;
  const left = sizes.filter((size) => size > most);
  if (left.length > 0)
    notice(
      `Pools of ${left.join(', ')} were left out: of the server's ${facts.maxConnections} connections only ${facts.freeConnections} are free. Raise max_connections to measure them.`,
    );
  return sizes.filter((size) => size <= most);
}

function cellsOf(
  { terms }: Bench,
  workload: WorkloadSpec,
  route: Route | undefined,
  sizes: readonly number[],
): Cell[] {
  return sizes.map((size) => ({
    arm: poolOf(size),
    workload,
    load: { model: 'closed', workers: terms.askingInSweep },
    ...(route && { route }),
  }));
}

/** Gives the size that it advises; null when nothing can be compared. */
async function judge(bench: Bench, workload: string, cells: readonly Cell[]): Promise<number | null> {
  const names = cells.map(cellName);
  const series = seriesOf(bench.records(), 'S3').filter(({ cell }) => names.includes(cell));
  const sizing = sizingOf(series, bench.random);
  if (sizing === null) return null;
  const { size, rounds, interval } = sizing;
  await bench.verdict(
    verdict({
      subject: 'size',
      answer: 'advised',
      workload,
      metric: 'achieved_rate',
      value: size,
      low: interval?.low ?? null,
      high: interval?.high ?? null,
      method: 'near best',
      rounds,
      sentence: adviceOf(workload, sizing),
    }),
  );
  await adviseInstances(bench, workload, size);
  await bench.verdict(
    finding(otherKnees(workload, sizing), {
      workload,
      method: 'usl',
      value: sizing.usl.kind === 'fit' ? sizing.usl.peak : null,
      low: sizing.usl.kind === 'fit' ? sizing.usl.interval.low : null,
      high: sizing.usl.kind === 'fit' ? sizing.usl.interval.high : null,
    }),
  );
  return size;
}

function adviceOf(workload: string, { size, interval, latencyHolds, limit }: Sizing): string {
  const sure = interval === null ? '' : sureness(interval);
  const tail =
    latencyHolds === null
      ? 'too few samples to tell its p99'
      : latencyHolds
        ? 'and its p99 is near the smallest'
        : 'but its p99 is more than 1.5 times the smallest';
  const beyond = limit === null ? '' : ` From size ${limit.from} on ${limitWords(limit.what)}.`;
  return `${workload}: a pool of ${size}${sure} is within 5 % of the best, ${tail}.${beyond}`;
}

function sureness({ low, high }: { low: number; high: number }): string {
  return low === high ? ' (whichever rounds are drawn)' : ` (${low} to ${high} when rounds are drawn again)`;
}

const REFUSED = {
  'too-few-sizes': 'not fitted to fewer than six sizes',
  'falls-from-start': 'finds none: one connection is the best',
  'no-maximum': 'finds none: the curve does not come down',
} as const;

function otherKnees(workload: string, { kneedle, usl }: Sizing): string {
  const bend = kneedle === undefined ? 'finds none' : `at ${kneedle}`;
  const law =
    usl.kind === 'refused'
      ? REFUSED[usl.reason]
      : `at ${shortNumber(usl.peak)} [${shortNumber(usl.interval.low)} to ${shortNumber(usl.interval.high)}]`;
  return `${workload}: the knee by Kneedle ${bend}; the peak by the scalability law ${law}.`;
}
