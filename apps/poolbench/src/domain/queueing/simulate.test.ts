import { describe, expect, it } from 'vitest';
import { createRandom, exponential, type Random } from '../random.ts';
import { fixed, poisson } from '../schedule.ts';
import { bootstrapInterval } from '../statistics/bootstrap.ts';
import { mean, quantile } from '../statistics/quantile.ts';
import { erlangC } from './erlang-c.ts';
import { simulate, simulateClosed, stalled } from './simulate.ts';
import type { Service, Visit } from './station.ts';

const wait = ({ intended, started }: Visit): number => started - intended;
const response = ({ intended, finished }: Visit): number => finished - intended;

/** The 99 % interval of the mean wait, of twenty independent runs of 80 s after 20 s that are not counted. */
function meanWaitInterval(arrivalRate: number, servers: number, serviceOf: (random: Random) => Service) {
  const random = createRandom(1);
  const runs = Array.from({ length: 20 }, () => {
    const arrivals = poisson({ rate: arrivalRate, duration: 100, random });
    const visits = [...simulate({ arrivals, service: serviceOf(random), servers })];
    return mean(visits.filter(({ intended }) => intended >= 20).map(wait));
  });
  return bootstrapInterval(runs, mean, { random, resamples: 2_000, confidence: 0.99 });
}

describe('simulate', () => {
  it.each([
    [1, 35],
    [3, 120],
    [5, 200],
  ])('waits as Erlang C says: M/M/%i with %i arrivals per second of 20 ms each', (servers, arrivalRate) => {
    const { low, high } = meanWaitInterval(arrivalRate, servers, (random) => () => exponential(random, 0.02));
    const { meanWait } = erlangC({ arrivalRate, meanService: 0.02, servers });
    expect(low).toBeLessThan(meanWait);
    expect(high).toBeGreaterThan(meanWait);
    // An interval that holds everything would prove nothing.
    expect(high - low).toBeLessThan(0.25 * meanWait);
  });

  it('waits half as long when the service is constant: M/D/1 by Pollaczek and Khinchine', () => {
    const { low, high } = meanWaitInterval(40, 1, () => () => 0.02);
    const expected = (0.8 * 0.02) / (2 * (1 - 0.8));
    expect(low).toBeLessThan(expected);
    expect(high).toBeGreaterThan(expected);
    expect(high - low).toBeLessThan(0.25 * expected);
  });

  it('serves in the order of arrival, with whichever server is free first', () => {
    const visits = [...simulate({ arrivals: [0, 1, 2, 10], service: () => 3, servers: 2 })];
    expect(visits.map(({ started }) => started)).toEqual([0, 1, 3, 10]);
    expect(visits.map(({ finished }) => finished)).toEqual([3, 4, 6, 13]);
  });

  it('refuses to work without servers', () => {
    expect(() => [...simulate({ arrivals: [0], service: () => 1, servers: 0 })]).toThrow(RangeError);
  });
});

describe('simulateClosed', () => {
  it('obeys the law of response time: N = X · (R + Z)', () => {
    const closed = { workers: 6, servers: 10, service: () => 0.02, think: () => 0.03, duration: 100 };
    const visits = [...simulateClosed(closed)];
    // 6 / (0.02 + 0.03) requests per second.
    expect(visits).toHaveLength(12_000);
    expect(Math.max(...visits.map(wait))).toBe(0);
  });

  it('is limited by its servers when there are fewer than workers', () => {
    const visits = [...simulateClosed({ workers: 8, servers: 2, service: () => 0.25, duration: 100 })];
    expect(visits).toHaveLength(2 * 4 * 100 + 6);
    expect(response(visits.at(-1)!)).toBe(1);
  });
});

describe('a server that stands still for 400 ms of 8 s, at 1,000 requests per second', () => {
  const service = stalled(() => 0.001, { from: 3, to: 3.4 });
  const p99 = (visits: Iterable<Visit>): number => quantile([...visits].map(response), 0.99);

  it('keeps 80 of 8,000 requests of an open loop longer than 320 ms', () => {
    const arrivals = fixed({ rate: 1_000, duration: 8 });
    // So many connections that only the stall makes anyone wait: the request sent u seconds into it is kept for 0.4 − u.
    const visits = [...simulate({ arrivals, service, servers: 1_000 })];
    expect(p99(visits)).toBeCloseTo(0.32, 2);
    expect(Math.max(...visits.map(response))).toBeCloseTo(0.401, 9);
    expect(visits.filter((visit) => response(visit) > 0.0015)).toHaveLength(400);
  });

  it('lets the backlog of a single half-used connection drain as slowly as it must', () => {
    const arrivals = fixed({ rate: 1_000, duration: 8 });
    const single = stalled(() => 0.0005, { from: 3, to: 3.4 });
    // Sent u seconds into the stall: kept for 0.4 − u, and behind 1,000 u others of half a millisecond, so 0.4 − u / 2.
    expect(p99(simulate({ arrivals, service: single, servers: 1 }))).toBeCloseTo(0.36, 2);
  });

  it('hides from the p99 of a closed loop, which asks nothing meanwhile: coordinated omission', () => {
    const visits = [
      ...simulateClosed({ workers: 10, think: () => 0.009, duration: 8, service, servers: 10 }),
    ];
    expect(visits.length).toBeCloseTo(1_000 * (8 - 0.4), -2);
    expect(p99(visits)).toBeCloseTo(0.001, 6);
    // One sample for each worker, and the same maximum as in the open loop.
    expect(visits.filter((visit) => response(visit) > 0.0015)).toHaveLength(10);
    expect(Math.max(...visits.map(response))).toBeCloseTo(0.401, 3);
  });
});

describe('stalled', () => {
  it('delays only what the stall touches, by as much as it touches', () => {
    const service = stalled(() => 2, { from: 10, to: 15 });
    expect([5, 8, 9, 10, 12, 15].map(service)).toEqual([2, 2, 7, 7, 5, 2]);
  });
});
