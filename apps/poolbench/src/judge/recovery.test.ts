import { describe, expect, it } from 'vitest';
import { recoveryOf, type Stretch } from './recovery.ts';

/** Stretches of an eighth of a second, by how many answers each had. */
const stretches = (...answers: readonly number[]): Stretch[] =>
  answers.map((ok, place) => ({ elapsedSeconds: (place + 1) / 8, seconds: 1 / 8, ok }));
const times = <T>(count: number, value: T): T[] => Array.from({ length: count }, () => value);

describe('recovery from a disturbance', () => {
  it('is when answers come again, and when they are as many as before', () => {
    const seen = stretches(...times(8, 100), 40, 0, 0, 10, 50, ...times(6, 100));
    expect(recoveryOf(seen, 1)).toEqual({
      rateBefore: 800,
      firstAnswer: 0.5,
      isSilent: false,
      rateBack: 0.75,
    });
  });

  it('has no first answer where no stretch is without one', () => {
    const seen = stretches(...times(8, 100), 30, 50, ...times(8, 100));
    expect(recoveryOf(seen, 1)).toMatchObject({ firstAnswer: null, isSilent: false, rateBack: 0.375 });
  });

  it('begins in the midst of a stretch, whose answers may have come before', () => {
    const seen = stretches(...times(8, 100), 90, 0, ...times(8, 100));
    expect(recoveryOf(seen, 1.1)).toMatchObject({
      firstAnswer: 1.375 - 1.1,
      rateBack: expect.closeTo(0.275) as number,
    });
  });

  it('does not count answers that were under way when the silence came', () => {
    const seen = stretches(...times(8, 100), 100, 100, 0, 0, ...times(6, 100));
    expect(recoveryOf(seen, 1)).toMatchObject({ firstAnswer: 0.625, rateBack: 0.625 });
  });

  it('is not there while all is silent, or slower than before, or not long enough', () => {
    expect(recoveryOf(stretches(...times(8, 100), ...times(9, 0)), 1)).toMatchObject({
      firstAnswer: null,
      isSilent: true,
      rateBack: null,
    });
    expect(recoveryOf(stretches(...times(8, 100), 0, ...times(9, 80)), 1).rateBack).toBeNull();
    expect(recoveryOf(stretches(...times(8, 100), 0, 100, 100), 1).rateBack).toBeNull();
  });
});
