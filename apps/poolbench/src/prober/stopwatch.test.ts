import { describe, expect, it } from 'vitest';
import { checkSum } from './probe.ts';
import { connectTime, sumOf } from './stages.ts';
import { startStopwatch } from './stopwatch.ts';

// A clock that shows these readings, one after the other.
const clock = (...readings: number[]) => {
  const left = readings.values();
  return () => left.next().value ?? NaN;
};

describe('a stopwatch', () => {
  it('ends each stage where the next begins', () => {
    const watch = startStopwatch('tcp', clock(100, 101.5, 104, 110));
    expect(watch.stage).toBe('tcp');
    watch.enter('startup');
    watch.enter('firstQuery');
    expect(watch.stage).toBe('firstQuery');
    const { stages, totalMs } = watch.stop();
    expect(stages).toMatchObject({ tcp: 1.5, startup: 2.5, firstQuery: 6, tls: null, close: null });
    expect([sumOf(stages), totalMs, connectTime(stages)]).toEqual([10, 10, 4]);
  });

  it('adds up a stage that comes twice', () => {
    const watch = startStopwatch('tcp', clock(0, 1, 3, 6));
    watch.enter('startup');
    watch.enter('tcp');
    expect(watch.stop()).toMatchObject({ stages: { tcp: 4, startup: 2 }, totalMs: 6 });
  });
});

describe('the check of the sum', () => {
  const { stages } = startStopwatch('tcp', clock(0, 97)).stop();

  it('passes stages that sum to the total within 3 %', () => {
    expect(() => checkSum({ stages, totalMs: 97 }, 'there')).not.toThrow();
    expect(() => checkSum({ stages, totalMs: 100 }, 'there')).not.toThrow();
  });

  it.each([101, 90, Number.NaN])('refuses 97 ms of stages in a total of %d ms', (totalMs) => {
    expect(() => checkSum({ stages, totalMs }, 'there')).toThrow(
      expect.objectContaining({
        code: 'POOLBENCH_PROBE_STAGES_DISAGREE',
        details: { where: 'there', sumMs: 97, totalMs },
      }) as Error,
    );
  });
});
