import { describe, expect, it } from 'vitest';
import { createRandom, exponential, type Random } from '../random.ts';
import { differencePValue, verdictsOf } from './claims.ts';
import { ratioOfArms, type RatioOfArms } from './ratio.ts';
import { verdictOf, type Verdict } from './verdict.ts';

const normal = (random: Random): number =>
  Math.sqrt(2 * exponential(random, 1)) * Math.cos(2 * Math.PI * random.next());

/** Rounds of an arm whose operations per second scatter by a quarter, far more than any margin hides. */
const arm = (random: Random, rounds: number, rate = 1_000): number[] =>
  Array.from({ length: rounds }, () => rate * Math.exp(0.25 * normal(random)));

const ratio = (a: readonly number[], b: readonly number[], random: Random): RatioOfArms =>
  ratioOfArms(a, b, { random, resamples: 200 });

/** The share of runs in which any verdict is a difference. */
function alarms(runs: readonly (readonly Verdict[])[]): number {
  const isDifferent = (verdict: Verdict): boolean => verdict === 'better' || verdict === 'worse';
  return runs.filter((verdicts) => verdicts.some(isDifferent)).length / runs.length;
}

describe('an arm against itself', () => {
  /** Without a margin nothing but the interval holds the alarms down. */
  const strict = { delta: 0 };

  it.each([6, 8, 10])('is, with %i rounds, called different in fewer than one run of twenty', (rounds) => {
    const random = createRandom(2);
    const runs = Array.from({ length: 400 }, () => ratio(arm(random, rounds), arm(random, rounds), random));
    expect(alarms(runs.map(({ interval }) => [verdictOf(interval)]))).toBeLessThan(0.05);
    // 0.05 and three standard errors of a share of 400.
    expect(alarms(runs.map(({ interval }) => [verdictOf(interval, strict)]))).toBeLessThan(0.05 + 0.033);
  });

  it('is called different by any of five claims in fewer than one report of twenty', () => {
    const random = createRandom(3);
    const reports = Array.from({ length: 250 }, () => {
      const base = arm(random, 8);
      return Array.from({ length: 5 }, () => ratio(arm(random, 8), base, random));
    });
    expect(alarms(reports.map((ratios) => verdictsOf(ratios)))).toBeLessThan(0.05);
    // 0.05 and three standard errors of a share of 250; each claim for itself would be far beyond.
    const limit = 0.05 + 0.042;
    expect(alarms(reports.map((ratios) => verdictsOf(ratios, strict)))).toBeLessThan(limit);
    const alone = reports.map((ratios) => ratios.map(({ interval }) => verdictOf(interval, strict)));
    expect(alarms(alone)).toBeGreaterThan(limit);
  });
});

describe('verdictsOf', () => {
  it('states large differences of six rounds, also several at once', () => {
    const random = createRandom(4);
    const base = arm(random, 6);
    const ratios = [5_000, 20_000, 100].map((rate) => ratio(arm(random, 6, rate), base, random));
    expect(verdictsOf(ratios)).toEqual(['better', 'better', 'worse']);
  });

  it('keeps "same", which claims no difference', () => {
    const random = createRandom(5);
    const base = arm(random, 6);
    expect(verdictsOf([ratio(base, base, random), ratio(base, base, random)])).toEqual(['same', 'same']);
  });
});

describe('differencePValue', () => {
  it("is Student's, two-sided, of the logarithms", () => {
    // t = 3 with two degrees of freedom, p = 0.0954660.
    const logs = [1, 2, 3].map((log) => log * Math.sqrt(3) - 2 * Math.sqrt(3) + 3);
    expect(differencePValue(logs.map(Math.exp), { delta: 0 })).toBeCloseTo(0.095466, 6);
  });

  it('is small only beyond the margin, upwards and downwards', () => {
    const slightly = [1.02, 1.03, 1.025, 1.022, 1.028, 1.026];
    expect(differencePValue(slightly)).toBe(1);
    expect(differencePValue(slightly, { delta: 0.01 })).toBeLessThan(0.001);
    expect(
      differencePValue(
        slightly.map((value) => 1 / value),
        { delta: 0.01 },
      ),
    ).toBeLessThan(0.001);
  });

  it('is a probability when the rounds agree to the last bit, and when the margin is everything', () => {
    expect(differencePValue([2, 2, 2, 2, 2, 2])).toBeCloseTo(0, 12);
    expect(differencePValue([0.1, 0.2], { floor: 1.5 })).toBe(1);
  });

  it('claims nothing from one round', () => {
    expect(differencePValue([100])).toBe(1);
  });
});
