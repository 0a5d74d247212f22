import type { Random } from '../domain/random.ts';
import { verdictsOf } from '../domain/statistics/claims.ts';
import { ratioOfArms, type RatioOfArms } from '../domain/statistics/ratio.ts';
import { marginOf, type Verdict } from '../domain/statistics/verdict.ts';
import { inCommonRounds, isClientBound, isComparable, ratesOf, type Series } from './series.ts';

/** One arm's throughput beside another's. */
export interface Comparison {
  readonly arm: Series;
  readonly against: Series;
  readonly ratio: RatioOfArms;
  readonly verdict: Verdict;
  /** The arm that did more was held back by this process alone: against the server it would do still more. */
  readonly atLeast: boolean;
}

/**
 * Compares pairs of arms, all claims of one scenario judged together (Holm). Pairs that cannot be compared are left out.
 * @param floor the smallest difference that is told from noise, as a share
 */
export function compareArms(
  pairs: readonly (readonly [arm: Series, against: Series])[],
  random: Random,
  floor = 0,
): Comparison[] {
  const comparable = pairs
    .map(([arm, against]) => ({ pair: [arm, against] as const, common: inCommonRounds([arm, against]) }))
    .filter(({ common }) => common.every(isComparable));
  const ratios = comparable.map(({ common }) => {
    const [rates = [], others = []] = common.map(ratesOf);
    return ratioOfArms(rates, others, { random });
  });
  const verdicts = verdictsOf(ratios, { floor });
  return comparable.flatMap(({ pair: [arm, against] }, index): Comparison[] => {
    const [ratio, verdict] = [ratios[index], verdicts[index]];
    if (ratio === undefined || verdict === undefined) return [];
    const faster = ratio.median >= 1 ? arm : against;
    return [{ arm, against, ratio, verdict, atLeast: isClientBound(faster) }];
  });
}

/** The fields that a verdict record has of a comparison. */
export function comparisonFields({ arm, against, ratio, verdict }: Comparison, floor = 0) {
  return {
    subject: 'comparison',
    answer: verdict,
    arm: arm.arm,
    workload: arm.start.workload,
    metric: 'achieved_rate',
    against: against.arm,
    cell: arm.cell,
    against_cell: against.cell,
    ...ratioFields(ratio),
    delta: marginOf(),
    floor,
  } as const;
}

/** Those of a ratio over rounds. */
export function ratioFields({ interval, median, perRound }: RatioOfArms) {
  const isRange = interval.kind === 'range';
  return {
    ...{ value: median, low: interval.low, high: interval.high },
    method: isRange ? 'range' : perRound.length >= 10 ? 'BCa' : 'percentile bootstrap',
    confidence: isRange ? null : interval.confidence,
    rounds: perRound.length,
  } as const;
}

/** Three digits: `102`, `10.4`, `1.04`. */
export function shortNumber(value: number): string {
  return value >= 100 ? value.toFixed(0) : value >= 10 ? value.toFixed(1) : value.toFixed(2);
}
