import fc from 'fast-check';
import { build, decodeFromCompressedBase64 } from 'hdr-histogram-js';
import { describe, expect, it } from 'vitest';
import { createDurations } from './histogram.ts';

describe('durations', () => {
  it('give percentiles within three digits, whatever the order', () => {
    const durations = createDurations();
    for (let n = 1000; n >= 1; n -= 1) durations.add(n / 10);
    expect(durations.percentile(50)).toBeCloseTo(50, 0);
    expect(durations.percentile(99)).toBeCloseTo(99, 0);
    expect(durations.mean()).toBeCloseTo(50.05, 9);
  });

  it('are exactly what HdrHistogram makes of them', () => {
    const micros = fc.array(fc.integer({ min: 1, max: 60_000_000 }), { minLength: 1, maxLength: 200 });
    const check = fc.property(micros, (values) => {
      const durations = createDurations();
      const theirs = build({ highestTrackableValue: 60_000_000, numberOfSignificantValueDigits: 3 });
      for (const value of values) {
        durations.add(value / 1000);
        theirs.recordValue(value);
      }
      for (const percent of [0, 10, 50, 90, 99, 100])
        expect(durations.percentile(percent)).toBe(theirs.getValueAtPercentile(percent) / 1000);
    });
    fc.assert(check, { numRuns: 50 });
  });

  it('merge by adding', () => {
    const [a, b] = [createDurations(), createDurations()];
    a.add(1);
    b.add(3);
    b.add(120_000);
    a.merge(b);
    expect([a.count(), a.beyond(), a.percentile(100), a.mean()]).toEqual([2, 1, 3.001, 2]);
  });

  it('count what is beyond a minute without recording it as a minute', () => {
    const durations = createDurations();
    durations.add(60_001);
    expect([durations.count(), durations.beyond(), durations.percentile(50)]).toEqual([0, 1, null]);
  });

  it('know more when more was added', () => {
    const durations = createDurations();
    durations.add(1);
    expect(durations.percentile(100)).toBeCloseTo(1, 2);
    durations.add(5);
    expect(durations.percentile(100)).toBeCloseTo(5, 2);
  });

  it('come back from their packed and their encoded form', () => {
    const durations = createDurations();
    for (const ms of [0.0001, 0.5, 12, 59_999, 70_000]) durations.add(ms);
    const back = createDurations(structuredClone(durations.pack()));
    expect(back.counts).toEqual(durations.counts);
    expect([back.count(), back.beyond(), back.mean()]).toEqual([4, 1, durations.mean()]);
    const { data, beyond } = durations.pack();
    expect(createDurations({ data, beyond }).mean()).toBeCloseTo(durations.mean()!, -2);
    expect(decodeFromCompressedBase64(durations.encoded()).totalCount).toBe(4);
  });
});
