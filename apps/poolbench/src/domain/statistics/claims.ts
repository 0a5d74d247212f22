import { studentCdf } from './distributions.ts';
import { holm } from './holm.ts';
import { mean } from './quantile.ts';
import type { RatioOfArms } from './ratio.ts';
import { marginOf, verdictOf, type Margin, type Verdict } from './verdict.ts';

/** The chance that a report states any difference which is not there. */
const FALSE_ALARM_RATE = 0.05;

/**
 * The verdicts of several comparisons that one report makes together: a difference is stated only when it also stands
 * after Holm's adjustment for their number; else it is undecided.
 */
export function verdictsOf(ratios: readonly RatioOfArms[], margin?: Margin): Verdict[] {
  const adjusted = holm(ratios.map(({ perRound }) => differencePValue(perRound, margin)));
  return ratios.map(({ interval }, index) => {
    const verdict = verdictOf(interval, margin);
    const stands = (adjusted[index] ?? 1) <= FALSE_ALARM_RATE;
    return verdict === 'same' || stands ? verdict : 'undecided';
  });
}

/**
 * The two-sided p-value of "the ratio lies within 1 ± margin": Student's t of the logarithms of the rounds' ratios, taken
 * at the nearer edge. A test of ranks would be free of the normal law, but its smallest p-value of six rounds is 0.03,
 * too large for any second claim.
 */
export function differencePValue(perRound: readonly number[], margin?: Margin): number {
  const n = perRound.length;
  if (n < 2) return 1;
  const logs = perRound.map(Math.log);
  const centre = mean(logs);
  const variance = logs.reduce((sum, log) => sum + (log - centre) ** 2, 0) / (n - 1);
  const upper = Math.log(1 + marginOf(margin));
  const lower = Math.log(Math.max(0, 1 - marginOf(margin)));
  const beyond = Math.max(centre - upper, lower - centre);
  if (beyond <= 0) return 1;
  return 2 * studentCdf(-beyond / Math.sqrt(variance / n), n - 1);
}
