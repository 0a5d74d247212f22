import { describe, expect, it } from 'vitest';
import { createRandom } from '../domain/random.ts';
import { programmedAdapter } from './proof/programmed-adapter.ts';
import { createVirtualTime } from './proof/virtual-time.ts';
import { slopeOf } from './slope.ts';
import { warmUp, type WarmedUp } from './warm-up.ts';
import { createWorkload } from './workload.ts';
import { selectByKey } from './workloads.ts';

/** Warms up an arm whose answers take so many milliseconds, by the time at which they were asked for. */
function warmed(answerMs: (now: number) => number, mostSeconds = 30): Promise<WarmedUp> {
  const time = createVirtualTime();
  const { clock } = time;
  const query = () => ({ after: answerMs(clock.now()) });
  const adapter = programmedAdapter(clock, { acquire: () => ({ after: 0 }), query });
  const workload = createWorkload(selectByKey('s'));
  const load = { model: 'closed', workers: 1 } as const;
  const terms = { adapter, workload, load, deadlineMs: 1000, random: createRandom(1) };
  return time.until(warmUp(terms, { mostSeconds }, clock));
}

describe('warmUp', () => {
  it('is over after the first five windows when nothing changes', async () => {
    const { seconds, operations, settled, sent } = await warmed(() => 10);
    expect([seconds, settled]).toEqual([2.5, true]);
    expect([...sent.values()]).toEqual([operations]);
    expect(operations).toBeCloseTo(250, -1);
  });

  it('goes on while throughput rises', async () => {
    const { seconds, settled } = await warmed((now) => Math.max(5, 50 - (now / 1000) * 9));
    expect(settled).toBe(true);
    expect(seconds).toBeGreaterThan(5);
    expect(seconds).toBeLessThan(9);
  });

  it('ends at its limit when it never settles', async () => {
    const { seconds, settled } = await warmed((now) => 50 / (1 + now / 1000), 6);
    expect([seconds, settled]).toEqual([6, false]);
  });
});

describe('slopeOf', () => {
  it('is that of a straight line, without doubt', () => {
    const { slope, low, high } = slopeOf([1, 3, 5, 7]);
    expect([slope, low, high].map((value) => value.toFixed(9))).toEqual(Array(3).fill('2.000000000'));
  });

  it("has Student's interval: a case worked by hand", () => {
    // Residuals −0.5, 1, −0.5: s² = 1.5, spread 2, t(0.975; 1) = 12.706.
    const { slope, low, high } = slopeOf([1, 3, 2]);
    expect(slope).toBeCloseTo(0.5, 9);
    expect(high - slope).toBeCloseTo(12.7062 * Math.sqrt(1.5 / 2), 3);
    expect(slope - low).toBeCloseTo(high - slope, 9);
  });

  it('asks for three values', () => {
    expect(() => slopeOf([1, 2])).toThrow(RangeError);
  });
});
