import { describe, expect, it } from 'vitest';
import type { Interval } from './bootstrap.ts';
import { noiseFloor, verdictOf } from './verdict.ts';

const interval = (low: number, high: number): Interval => ({ kind: 'interval', low, high, confidence: 0.95 });

describe('verdictOf', () => {
  it.each([
    [1.06, 1.2, 'better'],
    [0.7, 0.94, 'worse'],
    [0.96, 1.04, 'same'],
    [0.95, 1.05, 'same'],
    [1.05, 1.2, 'undecided'],
    [0.99, 1.2, 'undecided'],
    [0.5, 2, 'undecided'],
    [NaN, NaN, 'undecided'],
  ] as const)('%f to %f is %s by the margin of 5 %%', (low, high, verdict) => {
    expect(verdictOf(interval(low, high))).toBe(verdict);
  });

  it('takes the margin asked for, and never one below the noise of this machine', () => {
    expect(verdictOf(interval(1.06, 1.2), { delta: 0.1 })).toBe('undecided');
    expect(verdictOf(interval(1.02, 1.04), { delta: 0.01 })).toBe('better');
    expect(verdictOf(interval(1.02, 1.04), { delta: 0.01, floor: 0.03 })).toBe('undecided');
    expect(verdictOf(interval(1.06, 1.2), { floor: 0.01 })).toBe('better');
  });

  it('decides nothing from a mere range', () => {
    expect(verdictOf({ kind: 'range', low: 80, high: 120 })).toBe('undecided');
  });
});

describe('noiseFloor', () => {
  it('is the farther end of an A/A comparison', () => {
    expect(noiseFloor(interval(0.97, 1.02))).toBeCloseTo(0.03, 12);
    expect(noiseFloor(interval(1.01, 1.08))).toBeCloseTo(0.08, 12);
  });

  it('lets no comparison that is as noisy be called different', () => {
    for (const noise of [interval(0.8, 1.1), interval(1.3, 1.5)])
      expect(verdictOf(noise, { floor: noiseFloor(noise) })).toBe('same');
  });
});
