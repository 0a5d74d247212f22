import { describe, expect, it } from 'vitest';
import { erlangC } from '../../domain/queueing/erlang-c.ts';
import { littlesLaw } from '../../domain/queueing/littles-law.ts';
import { stalled } from '../../domain/queueing/simulate.ts';
import type { Service } from '../../domain/queueing/station.ts';
import { createRandom, exponential } from '../../domain/random.ts';
import { studentQuantile } from '../../domain/statistics/distributions.ts';
import { runLoad, type Load, type LoadResult } from '../load.ts';
import { createWorkload } from '../workload.ts';
import { selectByKey } from '../workloads.ts';
import { stationAdapter } from './station-adapter.ts';
import { createVirtualTime } from './virtual-time.ts';

interface Station {
  readonly servers: number;
  readonly service: Service;
  readonly load: Load;
  readonly seconds: number;
  readonly seed?: number;
}

function measure({ servers, service, load, seconds, seed = 1 }: Station): Promise<LoadResult> {
  const time = createVirtualTime();
  return time.until(
    runLoad(
      {
        adapter: stationAdapter(time.clock, servers, service),
        workload: createWorkload(selectByKey('s')),
        ...{ load, seconds, deadlineMs: 60_000, random: createRandom(seed) },
      },
      time.clock,
    ),
  );
}

/** Mean waits in seconds of so many runs, as an interval (Student, 99 %). */
async function meanWait(runs: number, run: (seed: number) => Promise<LoadResult>): Promise<[number, number]> {
  const waits: number[] = [];
  for (let seed = 1; seed <= runs; seed += 1) {
    const result = await run(seed);
    // The law holds for all who were there, for those who waited and for those who were served.
    expect(Math.abs(law(result, 'service', 'meanInFlight'))).toBeLessThan(0.01);
    expect(Math.abs(law(result, 'acquire', 'meanPending'))).toBeLessThan(0.02);
    expect(Math.abs(law(result, 'hold', 'meanInUse'))).toBeLessThan(0.01);
    waits.push(result.durations.acquire.mean()! / 1000);
  }
  const mean = waits.reduce((sum, wait) => sum + wait, 0) / runs;
  const variance = waits.reduce((sum, wait) => sum + (wait - mean) ** 2, 0) / (runs - 1);
  const half = studentQuantile(0.995, runs - 1) * Math.sqrt(variance / runs);
  return [mean - half, mean + half];
}

function law(
  { durations, counts, seconds, ...levels }: LoadResult,
  time: 'service' | 'acquire' | 'hold',
  level: 'meanInFlight' | 'meanPending' | 'meanInUse',
): number {
  const rate = counts.ok / seconds;
  return littlesLaw({ rate, meanResidence: durations[time].mean()! / 1000, inFlight: levels[level] });
}

const poisson = (rate: number): Load => ({ model: 'open', arrivals: 'poisson', rate, maxInFlight: 1e6 });

describe('an open loop in virtual time', () => {
  it('finds the mean wait that Erlang gives for many servers', async () => {
    const [arrivalRate, meanService, servers] = [80, 0.04, 4];
    const [low, high] = await meanWait(6, (seed) => {
      const service = exponentialService(seed, meanService);
      return measure({ servers, service, load: poisson(arrivalRate), seconds: 60, seed });
    });
    const { meanWait: expected } = erlangC({ arrivalRate, meanService, servers });
    expect(low).toBeLessThan(expected);
    expect(high).toBeGreaterThan(expected);
    // …and finds it sharply enough to be refuted.
    expect(high - low).toBeLessThan(expected);
  });

  it('finds half the wait where service takes always the same time', async () => {
    const [rate, service] = [70, 0.01];
    const [low, high] = await meanWait(6, (seed) =>
      measure({ servers: 1, service: () => service, load: poisson(rate), seconds: 60, seed }),
    );
    // Pollaczek and Khinchine.
    const load = rate * service;
    const expected = (load * service) / (2 * (1 - load));
    expect(low).toBeLessThan(expected);
    expect(high).toBeGreaterThan(expected);
    expect(high - low).toBeLessThan(expected / 2);
  });
});

describe('a server that stands still for 400 ms of 8 s', () => {
  const still = { service: stalled(() => 0.002, { from: 3, to: 3.4 }), seconds: 8 };

  it('is hidden by a closed loop, which asks nothing meanwhile: coordinated omission', async () => {
    const { durations } = await measure({ ...still, servers: 4, load: { model: 'closed', workers: 4 } });
    expect(durations.response.percentile(99)).toBeCloseTo(2, 2);
    expect(durations.response.percentile(100)).toBeCloseTo(402, 0);
  });

  it('is shown by an open loop, which counts from the intended start', async () => {
    const load: Load = { model: 'open', arrivals: 'fixed', rate: 1000, maxInFlight: 5000 };
    const { durations, counts } = await measure({ ...still, servers: 1000, load });
    // Who asks u seconds into it is kept for 0.4 − u: 80 of 8,000 for more than 320 ms.
    expect(counts).toMatchObject({ offered: 8000, ok: 8000 });
    expect(durations.response.percentile(99)! / 1000).toBeCloseTo(0.32, 2);
    expect(durations.response.percentile(100)).toBeCloseTo(402, 0);
  });
});

describe('a cap on what is in flight', () => {
  it('drops what is more, and neither sends it nor sends it later', async () => {
    // One server, ten times too slow: two in flight, and eight of each ten find no room.
    const load: Load = { model: 'open', arrivals: 'fixed', rate: 100, maxInFlight: 2 };
    const { counts, peakInFlight } = await measure({ servers: 1, service: () => 0.1, load, seconds: 10 });
    expect(counts).toMatchObject({ offered: 1000, error: 0, timeout: 0, hung: 0 });
    expect(counts.ok + counts.dropped).toBe(1000);
    expect(Math.abs(counts.ok - 101)).toBeLessThanOrEqual(1);
    expect(peakInFlight).toBe(2);
  });
});

function exponentialService(seed: number, mean: number): Service {
  const random = createRandom(1000 + seed);
  return () => exponential(random, mean);
}
