import { describe, expect, it } from 'vitest';
import { createRandom } from '../random.ts';
import { ratioOfArms } from './ratio.ts';

describe('ratioOfArms', () => {
  it('compares within each round, so a round that is slow for both does not blur it', () => {
    const rounds = [1_000, 300, 700, 50, 900, 1_200];
    const ratio = ratioOfArms(
      rounds.map((rate) => 2 * rate),
      rounds,
      { random: createRandom(1) },
    );
    expect(ratio.perRound).toEqual([2, 2, 2, 2, 2, 2]);
    expect(ratio.median).toBe(2);
    expect(ratio.interval).toMatchObject({ kind: 'interval', low: 2, high: 2 });
  });

  it('takes the median of the ratios, not the ratio of the medians', () => {
    expect(ratioOfArms([10, 90, 40], [10, 30, 80], { random: createRandom(1) })).toEqual({
      perRound: [1, 3, 0.5],
      median: 1,
      interval: { kind: 'range', low: 0.5, high: 3 },
    });
  });

  it('refuses rounds that do not match and rounds in which nothing finished', () => {
    const options = { random: createRandom(1) };
    expect(() => ratioOfArms([1, 2], [1], options)).toThrow(RangeError);
    expect(() => ratioOfArms([], [], options)).toThrow(RangeError);
    expect(() => ratioOfArms([1], [0], options)).toThrow(RangeError);
    expect(() => ratioOfArms([0], [1], options)).toThrow(RangeError);
  });
});
