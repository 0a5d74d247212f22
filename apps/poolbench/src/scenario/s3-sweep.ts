import { sizingOf, type Sizing } from '../judge/sizing.ts';
import { seriesOf } from '../judge/series.ts';
import type { Phrase } from '../record/schema/phrase.schema.ts';
import type { Bench } from '../run/bench.ts';
import { cellName, type Cell } from '../run/cell.ts';
import { routeName } from '../run/route.ts';
import { roomForArms } from '../server/server-facts.ts';
import { shortNumber } from '../judge/comparison.ts';
import { poolOf } from './arms.ts';
import { onNetworks, type OnNetwork } from './delays.ts';
import { adviseInstances, measureInstances } from './instances.ts';
import { s3 } from './s3.words.ts';
import { secondsOfCells, secondsOfCrews } from './planned-time.ts';
import type { Scenario } from './scenario.ts';
import { checkLittlesLaw } from './little.ts';
import { finding, verdict } from './verdicts.ts';

/** How large the pool should be: the same load on pools of rising sizes. */
export const sweep: Scenario = {
  id: 'S3',
  title: 'sweep of pool sizes',
  seconds: (terms) =>
    secondsOfCells(terms.sizes.length * onNetworks(terms).length, terms) +
    secondsOfCrews(terms.crews.length === 0 ? 0 : terms.instances.length, terms),
  async run(bench) {
    const sizes = affordable(bench);
    const sweeps = onNetworks(bench.terms).map((on) => ({ ...on, cells: cellsOf(bench, on, sizes) }));
    await bench.interleave(sweeps.flatMap(({ cells }) => cells));
    for (const { workload, route, cells } of sweeps) {
      const size = await judge(bench, [workload.name, routeName(route)].join(' ').trimEnd(), cells);
      if (size !== null && route === undefined && workload === bench.terms.workloads[0])
        await measureInstances(bench, workload, size);
    }
    await checkLittlesLaw(bench);
  },
};

/** The sizes for which the server has connections; what is left out is told. */
function affordable({ terms: { sizes }, facts, notice }: Bench): number[] {
  const most = roomForArms(facts);
  const left = sizes.filter((size) => size > most);
  if (left.length > 0)
    notice(
      s3.say('leftOut', {
        sizes: left.join(', '),
        most: facts.maxConnections,
        free: facts.freeConnections,
      }),
    );
  return sizes.filter((size) => size <= most);
}

function cellsOf({ terms }: Bench, { workload, route }: OnNetwork, sizes: readonly number[]): Cell[] {
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
    verdict(adviceOf(workload, sizing), {
      subject: 'size',
      answer: 'advised',
      workload,
      metric: 'achieved_rate',
      value: size,
      low: interval?.low ?? null,
      high: interval?.high ?? null,
      method: 'near best',
      rounds,
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

function adviceOf(workload: string, { size, interval, latencyHolds, limit }: Sizing): Phrase {
  const tail = latencyHolds === null ? 'tailUnknown' : latencyHolds ? 'tailHolds' : 'tailGrows';
  return s3.say('advice', {
    workload,
    size,
    sure: interval === null ? [] : sureness(interval),
    tail: s3.say(tail),
    beyond: limit === null ? [] : limitPhrase(limit),
  });
}

function sureness({ low, high }: { low: number; high: number }): Phrase {
  return low === high ? s3.say('sure') : s3.say('drawn', { low, high });
}

const LIMITS = new Map<string, 'client' | 'processors' | 'disk' | 'locks'>([
  ['client', 'client'],
  ['server-cpu', 'processors'],
  ['disk', 'disk'],
  ['locks', 'locks'],
]);

function limitPhrase({ from, what }: NonNullable<Sizing['limit']>): Phrase {
  const known = LIMITS.get(what);
  return known === undefined ? s3.say('otherLimit', { from, limit: what }) : s3.say(known, { from });
}

const REFUSED = {
  'too-few-sizes': 'tooFewSizes',
  'falls-from-start': 'fallsFromStart',
  'no-maximum': 'noMaximum',
} as const;

function otherKnees(workload: string, { kneedle, usl }: Sizing): Phrase {
  return s3.say('knees', {
    workload,
    kneedle: kneedle === undefined ? s3.say('noKnee') : s3.say('kneeAt', { size: kneedle }),
    law:
      usl.kind === 'refused'
        ? s3.say(REFUSED[usl.reason])
        : s3.say('peakAt', {
            peak: shortNumber(usl.peak),
            low: shortNumber(usl.interval.low),
            high: shortNumber(usl.interval.high),
          }),
  });
}
