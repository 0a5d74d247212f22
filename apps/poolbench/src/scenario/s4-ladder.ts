import { latencyOf, punctual } from '../judge/latency.ts';
import { gradeRung, highestThatMeets, KEPT_UP, keptUp, type Grade, type GradedRung } from '../judge/rung.ts';
import type { CellEnd } from '../record/schema/cell.schema.ts';
import type { Phrase } from '../record/schema/phrase.schema.ts';
import { shortNumber } from '../judge/comparison.ts';
import type { Bench } from '../run/bench.ts';
import type { Cell } from '../run/cell.ts';
import type { PlanTerms } from '../plan/plan.ts';
import { poolOf } from './arms.ts';
import { measureCapacity } from './capacity.ts';
import { measuredSeries } from './compare-cells.ts';
import { hasRoomFor } from './room.ts';
import { s4 } from './s4.words.ts';
import type { Scenario } from './scenario.ts';
import { check, finding } from './verdicts.ts';

/** Of what a closed loop reaches, the rate of the first rung and of the last. */
const [LOWEST, HIGHEST] = [0.1, 1.2];
/** Where there is surely no knee yet. */
const BELOW_THE_KNEE = 0.5;
/** Far more than are ever under way where an objective is met. */
const MAX_IN_FLIGHT = 2_000;

/** What users see at each rate, up to more than the server can do: an open loop, its arrivals independent of each other. */
export const ladder: Scenario = {
  id: 'S4',
  title: 'rate ladder',
  seconds: ({ workloads, rounds, cellSeconds, ladder: { rungs, secondsPerRung } }) =>
    workloads.length * (rounds * (cellSeconds + rungs * secondsPerRung) + 5),
  async run(bench) {
    const {
      asking,
      workloads,
      ladder: { secondsPerRung },
    } = bench.terms;
    if (!hasRoomFor(bench, asking, s4.say('name'))) return;
    const closed = workloads.map((workload): Cell => ({
      arm: poolOf(asking),
      workload,
      load: { model: 'closed', workers: asking },
    }));
    const capacities = await measureCapacity(bench, 'S4', closed);
    const ladders = [...capacities].map(([cell, capacity]) => ladderOf(bench.terms, cell, capacity));
    await bench.interleave(
      ladders.flatMap(({ rungs }) => rungs.map(({ cell }) => cell)),
      { seconds: secondsPerRung },
    );
    for (const one of ladders) await judge(bench, one);
  },
};

interface Ladder {
  readonly workload: string;
  /** Operations per second of the closed loop. */
  readonly capacity: number;
  readonly rungs: readonly Rung[];
}

interface Rung {
  readonly cell: Cell;
  readonly rate: number;
  /** Of the capacity. */
  readonly share: number;
}

function ladderOf({ ladder: { rungs } }: PlanTerms, { arm, workload }: Cell, capacity: number): Ladder {
  const shares = Array.from(
    { length: rungs },
    (_, rung) => LOWEST + ((HIGHEST - LOWEST) * rung) / Math.max(1, rungs - 1),
  );
  return {
    workload: workload.name,
    capacity,
    rungs: shares.map((share): Rung => {
      const rate = Math.max(1, Math.round(share * capacity));
      return {
        rate,
        share,
        cell: {
          arm,
          workload,
          load: { model: 'open', arrivals: 'poisson', rate, maxInFlight: MAX_IN_FLIGHT },
        },
      };
    }),
  };
}

interface Graded extends Rung, GradedRung {
  readonly ends: readonly CellEnd[];
}

async function judge(bench: Bench, { workload, capacity, rungs }: Ladder): Promise<void> {
  const { objectiveMs } = bench.terms;
  const graded = rungs.flatMap((rung): Graded[] => {
    const ends = measuredSeries(bench, 'S4', rung.cell)?.ends ?? [];
    return ends.length === 0
      ? []
      : [{ ...rung, ends, ...gradeRung(ends, { size: rung.cell.arm.size, objectiveMs }) }];
  });
  const [first] = graded;
  if (first === undefined) return;
  const highest = highestThatMeets(graded);
  const arm = first.cell.arm.id;
  await bench.verdict(
    finding(objectivePhrase({ workload, capacity, objectiveMs, graded, highest }), {
      ...{ arm, workload },
      metric: 'load.target_rate',
      value: highest?.rate ?? null,
      method: `p99 within ${objectiveMs} ms`,
      rounds: first.ends.length,
    }),
  );
  await bench.verdict(
    finding(s4.say('curve', { workload, rungs: graded.map(rungPhrase) }), {
      arm,
      workload,
      metric: 'durations.response.p99_s',
    }),
  );
  await checkKeptUp(bench, workload, graded);
}

interface Objective {
  readonly workload: string;
  readonly capacity: number;
  readonly objectiveMs: number;
  readonly graded: readonly Graded[];
  readonly highest: Graded | undefined;
}

function objectivePhrase({ workload, capacity, objectiveMs: objective, graded, highest }: Objective): Phrase {
  if (highest === undefined) {
    const [lowest] = graded;
    return lowest?.grade === 'misses'
      ? s4.say('never', { workload, objective, rate: lowest.rate })
      : s4.say(lowest?.grade === 'late' ? 'late' : 'unclear', { workload, objective });
  }
  const { rate, p99 } = highest;
  return s4.say('meets', {
    workload,
    rate,
    objective,
    share: ((rate / capacity) * 100).toFixed(0),
    capacity: capacity.toFixed(0),
    exact: p99 === null ? [] : exactly(p99),
    beyond: beyond(graded[graded.indexOf(highest) + 1]),
  });
}

function exactly({ ms, low, high }: NonNullable<Graded['p99']>): Phrase {
  return s4.say('exact', { ms: shortNumber(ms), low: shortNumber(low), high: shortNumber(high) });
}

const BEYOND: Readonly<Record<Grade, 'misses' | 'beyondUnclear' | 'beyondLate'>> = {
  // The highest that meets the objective is followed by none that does.
  meets: 'beyondUnclear',
  misses: 'misses',
  unclear: 'beyondUnclear',
  late: 'beyondLate',
};

function beyond(next: Graded | undefined): Phrase {
  return next === undefined ? s4.say('notBrought') : s4.say(BEYOND[next.grade], { rate: next.rate });
}

function rungPhrase({ cell: { arm }, rate, ends, grade, p99 }: Graded): Phrase {
  if (grade === 'late') return s4.say('rungLate', { rate });
  const sound = punctual(ends);
  const times = [latencyOf(sound, 50), p99]
    .flatMap((one) => (one === null ? [] : `p${one.percent} ${shortNumber(one.ms)} ms`))
    .join(' / ');
  const share = keptUp(sound, arm.size);
  const kept = (share * 100).toFixed(0);
  if (times === '')
    return share < KEPT_UP ? s4.say('rungUnclearBehind', { rate, kept }) : s4.say('rungUnclear', { rate });
  return share < KEPT_UP ? s4.say('rungBehind', { rate, times, kept }) : s4.say('rung', { rate, times });
}

/**
 * Far below what the server can do, everything that is offered must be done, or the two are not counted alike. Rounds in which others
 * kept the processors from us prove nothing.
 */
async function checkKeptUp(bench: Bench, workload: string, graded: readonly Graded[]): Promise<void> {
  const shares = graded
    .filter(({ share }) => share <= BELOW_THE_KNEE)
    .map(({ cell, ends }) => ({
      size: cell.arm.size,
      undisturbed: ends.filter(({ flags }) => !flags.includes('foreign-cpu')),
    }))
    .flatMap(({ size, undisturbed }) => (undisturbed.length === 0 ? [] : keptUp(undisturbed, size)));
  if (shares.length === 0) return;
  const worst = Math.min(...shares);
  await bench.verdict(
    check(worst >= KEPT_UP, s4.say('keptUp', { workload, worst: (worst * 100).toFixed(1) }), {
      workload,
      value: worst,
    }),
  );
}
