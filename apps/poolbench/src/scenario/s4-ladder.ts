import { latencyOf, latencyText, punctual } from '../judge/latency.ts';
import { gradeRung, highestThatMeets, KEPT_UP, keptUp, type Grade, type GradedRung } from '../judge/rung.ts';
import type { CellEnd } from '../record/schema/cell.schema.ts';
import { shortNumber } from '../judge/comparison.ts';
import type { Bench } from '../run/bench.ts';
import type { Cell } from '../run/cell.ts';
import type { PlanTerms } from '../plan/plan.ts';
import { poolOf } from './arms.ts';
import { measureCapacity } from './capacity.ts';
import { measuredSeries } from './compare-cells.ts';
import { hasRoomFor } from './room.ts';
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
    if (!hasRoomFor(bench, asking, 'The rate ladder (S4)')) return;
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
    finding(objectiveSentence({ workload, capacity, objectiveMs, graded, highest }), {
      ...{ arm, workload },
      metric: 'load.target_rate',
      value: highest?.rate ?? null,
      method: `p99 within ${objectiveMs} ms`,
      rounds: first.ends.length,
    }),
  );
  await bench.verdict(
    finding(`${workload}: response by rate: ${graded.map(rungText).join('; ')}.`, {
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

function objectiveSentence({ workload, capacity, objectiveMs, graded, highest }: Objective): string {
  const within = `99 % of the responses come within ${objectiveMs} ms`;
  if (highest === undefined) {
    const [lowest] = graded;
    return lowest?.grade === 'misses'
      ? `${workload}: at none of the rates ${within}, not even at ${lowest.rate}/s.`
      : `${workload}: it cannot be told up to which rate ${within}: ${REASONS[lowest?.grade ?? 'unclear']}.`;
  }
  const { rate, p99 } = highest;
  const share = `${((rate / capacity) * 100).toFixed(0)} % of the ${capacity.toFixed(0)}/s that a closed loop reaches`;
  const exact = p99 === null ? '' : ` (${latencyText(p99)})`;
  return `${workload}: up to ${rate}/s, ${share}, ${within}${exact}.${beyond(graded[graded.indexOf(highest) + 1])}`;
}

const REASONS: Readonly<Record<Grade, string>> = {
  meets: '',
  misses: '',
  unclear: 'there were too few responses',
  late: 'this process could not keep to the schedule',
};

function beyond(next: Graded | undefined): string {
  if (next === undefined) return ' It was not brought to its limit.';
  return next.grade === 'misses'
    ? ` At ${next.rate}/s they do not.`
    : ` What is beyond is not told, for at ${next.rate}/s ${REASONS[next.grade]}.`;
}

function rungText({ cell: { arm }, rate, ends, grade, p99 }: Graded): string {
  if (grade === 'late') return `${rate}/s not told`;
  const sound = punctual(ends);
  const times = [latencyOf(sound, 50), p99].flatMap((one) =>
    one === null ? [] : `p${one.percent} ${shortNumber(one.ms)} ms`,
  );
  const kept = keptUp(sound, arm.size);
  return `${rate}/s ${times.join(' and ') || 'too few'}${kept < KEPT_UP ? `, ${(kept * 100).toFixed(0)} % done in time` : ''}`;
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
    check(
      worst >= KEPT_UP,
      `${workload}: up to half of what a closed loop reaches, ${(worst * 100).toFixed(1)} % or more of what was offered was done in time.`,
      { workload, value: worst },
    ),
  );
}
