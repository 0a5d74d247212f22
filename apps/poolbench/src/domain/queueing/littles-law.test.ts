import { describe, expect, it } from 'vitest';
import { createRandom, exponential } from '../random.ts';
import { littlesLaw } from './littles-law.ts';
import { simulateClosed } from './simulate.ts';
import type { Visit } from './station.ts';

/** What two observers see between two instants: one counts those inside ten thousand times, one times those that leave. */
function observed(
  visits: readonly Visit[],
  entered: (visit: Visit) => number,
  left: (visit: Visit) => number,
) {
  const [from, to] = [10, 60];
  const step = (to - from) / 10_000;
  let counted = 0;
  for (const visit of visits) {
    const first = Math.max(from, entered(visit));
    const last = Math.min(to, left(visit));
    if (first < last) counted += Math.floor((last - from) / step) - Math.floor((first - from) / step);
  }
  const leaving = visits.filter((visit) => left(visit) >= from && left(visit) < to);
  const time = leaving.reduce((sum, visit) => sum + left(visit) - entered(visit), 0);
  return {
    rate: leaving.length / (to - from),
    meanResidence: time / leaving.length,
    inFlight: counted / 10_000,
  };
}

describe('littlesLaw', () => {
  const random = createRandom(1);
  // 64 workers share a pool of 10.
  const visits = [
    ...simulateClosed({
      workers: 64,
      duration: 70,
      servers: 10,
      service: () => exponential(random, 0.02),
    }),
  ];

  it('holds for all in flight, those in use and those waiting', () => {
    const inFlight = observed(
      visits,
      ({ intended }) => intended,
      ({ finished }) => finished,
    );
    const inUse = observed(
      visits,
      ({ started }) => started,
      ({ finished }) => finished,
    );
    const waiting = observed(
      visits,
      ({ intended }) => intended,
      ({ started }) => started,
    );
    expect([inFlight.inFlight, inUse.inFlight, waiting.inFlight]).toEqual([
      expect.closeTo(64, 1),
      expect.closeTo(10, 1),
      expect.closeTo(54, 1),
    ]);
    for (const flow of [inFlight, inUse, waiting]) expect(Math.abs(littlesLaw(flow))).toBeLessThan(0.01);
  });

  it('shows a clock that runs 5 % fast', () => {
    const flow = observed(
      visits,
      ({ intended }) => intended,
      ({ finished }) => finished,
    );
    expect(littlesLaw({ ...flow, meanResidence: 1.05 * flow.meanResidence })).toBeCloseTo(0.05, 2);
  });

  it('agrees when nothing happened, and not when what was counted was never timed', () => {
    expect(littlesLaw({ rate: 0, meanResidence: 0, inFlight: 0 })).toBe(0);
    expect(littlesLaw({ rate: 0, meanResidence: 0, inFlight: 3 })).toBe(-1);
    expect(littlesLaw({ rate: 1, meanResidence: 1, inFlight: 0 })).toBe(Infinity);
  });
});
