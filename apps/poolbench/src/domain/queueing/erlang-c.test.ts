import { describe, expect, it } from 'vitest';
import { erlangC } from './erlang-c.ts';

describe('erlangC', () => {
  it('is the utilisation when there is one server (M/M/1)', () => {
    const { utilisation, waitProbability, meanWait } = erlangC({
      arrivalRate: 8,
      meanService: 0.1,
      servers: 1,
    });
    expect(utilisation).toBeCloseTo(0.8, 12);
    expect(waitProbability).toBeCloseTo(0.8, 12);
    expect(meanWait).toBeCloseTo((0.8 * 0.1) / 0.2, 12);
  });

  it('agrees with the formula summed out: two servers, load 1, C = 1/3; ten servers, load 8, C = 0.409', () => {
    expect(erlangC({ arrivalRate: 10, meanService: 0.1, servers: 2 }).waitProbability).toBeCloseTo(1 / 3, 12);
    const powers = Array.from({ length: 11 }, (_, k) => 8 ** k / factorial(k));
    const waiting = powers[10]! / (1 - 0.8);
    const notWaiting = powers.slice(0, 10).reduce((sum, term) => sum + term, 0);
    const { waitProbability } = erlangC({ arrivalRate: 8, meanService: 1, servers: 10 });
    expect(waitProbability).toBeCloseTo(waiting / (notWaiting + waiting), 12);
    expect(waitProbability).toBeCloseTo(0.409, 3);
  });

  it('does not overflow with a thousand servers', () => {
    const { waitProbability } = erlangC({ arrivalRate: 950, meanService: 1, servers: 1_000 });
    expect(waitProbability).toBeGreaterThan(0);
    expect(waitProbability).toBeLessThan(0.2);
  });

  it('waits for ever when more comes than can be served', () => {
    expect(erlangC({ arrivalRate: 10, meanService: 1, servers: 10 })).toEqual({
      utilisation: 1,
      waitProbability: 1,
      meanWait: Infinity,
    });
  });

  it('refuses what is no queue', () => {
    const queue = { arrivalRate: 1, meanService: 1, servers: 2 };
    for (const wrong of [{ arrivalRate: 0 }, { meanService: -1 }, { servers: 0 }, { servers: 1.5 }])
      expect(() => erlangC({ ...queue, ...wrong })).toThrow(RangeError);
  });
});

function factorial(k: number): number {
  return k <= 1 ? 1 : k * factorial(k - 1);
}
