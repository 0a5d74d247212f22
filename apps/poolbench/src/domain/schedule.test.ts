import { describe, expect, it } from 'vitest';
import { createRandom } from './random.ts';
import { bursts, fixed, poisson, ramp } from './schedule.ts';

/** How many instants fall into each of the windows of this length. */
function countsPerWindow(instants: Iterable<number>, length: number, windows: number): number[] {
  const counts = new Array<number>(windows).fill(0);
  for (const instant of instants) {
    const window = Math.floor(instant / length);
    counts[window] = counts[window]! + 1;
  }
  return counts;
}

describe('fixed', () => {
  it('starts at once, keeps its distance and ends before the duration', () => {
    expect([...fixed({ rate: 4, duration: 1 })]).toEqual([0, 0.25, 0.5, 0.75]);
  });

  it('does not drift: the last of 300,000 is where the rate says', () => {
    const instants = [...fixed({ rate: 10_000, duration: 30 })];
    expect(instants).toHaveLength(300_000);
    expect(instants.at(-1)).toBe(299_999 / 10_000);
  });
});

describe('bursts', () => {
  it('has all of a second at its beginning', () => {
    expect([...bursts({ rate: 3, duration: 1 })]).toEqual([0, 0, 0]);
    expect([...bursts({ rate: 2, duration: 2.5 })]).toEqual([0, 0, 1, 1, 2, 2]);
  });
});

describe('poisson', () => {
  const cell = { rate: 1_000, duration: 100 };

  it('repeats from its seed, ascends and ends before the duration', () => {
    const instants = [...poisson({ ...cell, random: createRandom(7) })];
    expect([...poisson({ ...cell, random: createRandom(7) })]).toEqual(instants);
    expect([...poisson({ ...cell, random: createRandom(8) })]).not.toEqual(instants);
    expect(instants.every((instant, index) => instant > (instants[index - 1] ?? 0))).toBe(true);
    expect(instants.at(-1)).toBeLessThan(100);
  });

  it('counts as a Poisson process does: mean and variance of the counts are alike', () => {
    const counts = countsPerWindow(poisson({ ...cell, random: createRandom(7) }), 0.1, 1_000);
    const mean = counts.reduce((sum, count) => sum + count, 0) / counts.length;
    const variance = counts.reduce((sum, count) => sum + (count - mean) ** 2, 0) / (counts.length - 1);
    // Three standard errors: of the mean 0.95, of the index of dispersion 0.134.
    expect(Math.abs(mean - 100)).toBeLessThan(0.95);
    expect(Math.abs(variance / mean - 1)).toBeLessThan(0.134);
  });
});

describe('ramp', () => {
  it('gives each second the area under its rate, up and down', () => {
    expect(countsPerWindow(ramp({ from: 0, to: 400, duration: 4 }), 1, 4)).toEqual([50, 150, 250, 350]);
    expect(countsPerWindow(ramp({ from: 400, to: 0, duration: 4 }), 1, 4)).toEqual([350, 250, 150, 50]);
  });

  it('is the fixed schedule when both ends are alike', () => {
    expect([...ramp({ from: 8, to: 8, duration: 2 })]).toEqual([...fixed({ rate: 8, duration: 2 })]);
  });
});

describe('a schedule', () => {
  it.each([
    ['no rate', () => fixed({ rate: 0, duration: 1 })],
    ['an endless rate', () => fixed({ rate: Infinity, duration: 1 })],
    ['a burst of half a request', () => bursts({ rate: 1.5, duration: 1 })],
    ['no duration', () => fixed({ rate: 1, duration: 0 })],
    ['a rate that is not a number', () => poisson({ rate: NaN, duration: 1, random: createRandom(0) })],
    ['a negative rate', () => ramp({ from: -1, to: 1, duration: 1 })],
    ['a ramp from nothing to nothing', () => ramp({ from: 0, to: 0, duration: 1 })],
  ])('refuses %s before anything starts', (_, make) => {
    expect(make).toThrow(RangeError);
  });
});
