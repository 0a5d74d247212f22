import { describe, expect, it } from 'vitest';
import { createRandom, exponential, type Random } from '../random.ts';
import { fitUsl, type RoundsOfSize } from './fit-usl.ts';
import { nearestUsl, uslThroughput, type Usl } from './usl.ts';

const SIZES = [1, 2, 3, 5, 8, 10, 15, 20, 30, 50];

const normal = (random: Random): number =>
  Math.sqrt(2 * exponential(random, 1)) * Math.cos(2 * Math.PI * random.next());

/** A sweep that follows the law exactly, or with rounds that scatter by a share. */
function sweep(
  law: Usl,
  { sizes = SIZES, rounds = 1, scatter = 0, random = createRandom(0) } = {},
): RoundsOfSize[] {
  return sizes.map((size) => ({
    size,
    rounds: Array.from(
      { length: rounds },
      () => uslThroughput(law, size) * Math.exp(scatter * normal(random)),
    ),
  }));
}

const options = { random: createRandom(1), resamples: 300 };

describe('fitUsl', () => {
  it.each([
    { lambda: 9_000, sigma: 0.25, kappa: 0.008 },
    { lambda: 1, sigma: 0, kappa: 0.01 },
    { lambda: 1_500_000, sigma: 0.02, kappa: 0.0005 },
  ])('recovers the law from exact points: %o', (law) => {
    const fit = fitUsl(sweep(law), options);
    if (fit.kind !== 'fit') throw new Error(fit.reason);
    expect(fit.law.lambda / law.lambda).toBeCloseTo(1, 6);
    expect(fit.law.sigma).toBeCloseTo(law.sigma, 6);
    expect(fit.law.kappa).toBeCloseTo(law.kappa, 8);
    expect(fit.peak).toBeCloseTo(Math.sqrt((1 - law.sigma) / law.kappa), 3);
    expect(fit.residuals.map(({ size }) => size)).toEqual(SIZES);
    for (const { residual } of fit.residuals) expect(Math.abs(residual)).toBeLessThan(1e-6);
  });

  it('puts the peak of a measured sweep where an independent fit puts it, at 9.8', () => {
    const measured = [8.7, 20.2, 22.8, 23.6, 21.6, 15.6];
    const points = [1, 2, 5, 10, 20, 50].map((size, index) => ({ size, rounds: [measured[index]!] }));
    const fit = fitUsl(points, options);
    if (fit.kind !== 'fit') throw new Error(fit.reason);
    expect(fit.peak).toBeCloseTo(9.8, 1);
    expect(fit.residuals[1]?.residual).toBeCloseTo(0.32, 1);
  });

  it('holds the true peak in its interval about as often as it says', () => {
    const law = { lambda: 9_000, sigma: 0.25, kappa: 0.008 };
    const peak = Math.sqrt(0.75 / 0.008);
    const random = createRandom(2);
    const held = Array.from({ length: 40 }, () => {
      const fit = fitUsl(sweep(law, { sizes: [1, 2, 5, 10, 20, 50], rounds: 6, scatter: 0.05, random }), {
        random,
        resamples: 100,
      });
      return fit.kind === 'fit' && fit.interval.low <= peak && peak <= fit.interval.high;
    });
    // 0.95 less three standard errors of a share of 40.
    expect(held.filter(Boolean).length / held.length).toBeGreaterThan(0.95 - 0.103);
  });

  it('refuses fewer than six sizes', () => {
    const law = { lambda: 1, sigma: 0.1, kappa: 0.01 };
    expect(fitUsl(sweep(law, { sizes: [1, 2, 5, 10, 20, 20] }), options)).toEqual({
      kind: 'refused',
      reason: 'too-few-sizes',
    });
    expect(fitUsl(sweep(law, { sizes: [1, 2, 5, 10, 20, 50] }), options)).toMatchObject({ kind: 'fit' });
  });

  it.each([
    ['a curve that only levels off', { lambda: 10, sigma: 0.1, kappa: 0 }],
    ['a curve that grows for ever', { lambda: 10, sigma: 0, kappa: 0 }],
    ['crosstalk too small to see', { lambda: 10, sigma: 0.1, kappa: 1e-6 }],
  ])('refuses %s: it has no maximum', (_, law) => {
    expect(fitUsl(sweep(law), options)).toEqual({ kind: 'refused', reason: 'no-maximum' });
  });

  it('refuses a maximum on which the rounds do not agree', () => {
    const law = { lambda: 10, sigma: 0.1, kappa: 0.00005 };
    expect(fitUsl(sweep(law), options)).toMatchObject({ kind: 'fit' });
    const noisy = sweep(law, { rounds: 6, scatter: 0.2, random: createRandom(3) });
    expect(fitUsl(noisy, options)).toEqual({ kind: 'refused', reason: 'no-maximum' });
  });

  it.each([
    ['sigma is 1', (size: number) => 100 / (1 + (size - 1) / size + 0.01 * (size - 1))],
    ['it falls as 1 / N', (size: number) => 100 / size],
    ['it falls even faster', (size: number) => 100 / size ** 3],
  ])('refuses a throughput that falls from the start: %s', (_, throughput) => {
    const points = SIZES.map((size) => ({ size, rounds: [throughput(size)] }));
    expect(fitUsl(points, options)).toEqual({ kind: 'refused', reason: 'falls-from-start' });
  });

  it('refuses sizes that do not share their rounds, and rounds in which nothing finished', () => {
    const points = sweep({ lambda: 1, sigma: 0.1, kappa: 0.01 });
    expect(() => fitUsl([...points, { size: 60, rounds: [1, 2] }], options)).toThrow(RangeError);
    expect(() => fitUsl([...points, { size: 60, rounds: [0] }], options)).toThrow(RangeError);
    expect(() => fitUsl([], options)).toThrow(RangeError);
  });
});

describe('nearestUsl', () => {
  it('never goes below zero: a start that doubles and more has no negative contention', () => {
    const points = [1, 3, 8, 20, 40, 60].map((throughput, index) => ({ size: index + 1, throughput }));
    const { sigma, kappa } = nearestUsl(points);
    expect([sigma, kappa]).toEqual([0, 0]);
  });
});
