import { decodeFromCompressedBase64 } from 'hdr-histogram-js';
import { describe, expect, it } from 'vitest';
import { createDurations } from './histogram.ts';

describe('durations', () => {
  it('give percentiles within three digits, whatever the order', () => {
    const durations = createDurations();
    for (let n = 1000; n >= 1; n -= 1) durations.add(n / 10);
    expect(durations.percentile(50)).toBeCloseTo(50, 0);
    expect(durations.percentile(99)).toBeCloseTo(99, 0);
    expect(durations.mean()).toBeCloseTo(50.05, 1);
  });

  it('merge by adding', () => {
    const [a, b] = [createDurations(), createDurations()];
    a.add(1);
    b.add(3);
    b.add(120_000);
    a.merge(b);
    expect([a.count(), a.beyond(), a.percentile(100)]).toEqual([2, 1, 3.001]);
  });

  it('count what is beyond a minute without recording it as a minute', () => {
    const durations = createDurations();
    durations.add(60_001);
    expect([durations.count(), durations.beyond(), durations.percentile(50)]).toEqual([0, 1, null]);
  });

  it('come back from their compressed form', () => {
    const durations = createDurations();
    for (const ms of [0.0001, 0.5, 12, 59_999]) durations.add(ms);
    const back = decodeFromCompressedBase64(durations.encoded());
    expect(back.totalCount).toBe(4);
    expect(back.getValueAtPercentile(50)).toBe(durations.histogram.getValueAtPercentile(50));
  });
});
