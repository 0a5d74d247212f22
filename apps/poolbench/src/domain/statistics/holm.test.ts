import { describe, expect, it } from 'vitest';
import { holm } from './holm.ts';

describe('holm', () => {
  it('agrees with p.adjust(c(0.01, 0.04, 0.03, 0.005), "holm") of R, in the order given', () => {
    const adjusted = holm([0.01, 0.04, 0.03, 0.005]);
    expect(adjusted).toEqual([0.03, 0.06, 0.06, 0.02].map((p) => expect.closeTo(p, 12) as number));
  });

  it('leaves a lone claim as it is, and never exceeds 1', () => {
    expect(holm([0.04])).toEqual([0.04]);
    expect(holm([0.9, 0.8])).toEqual([1, 1]);
    expect(holm([])).toEqual([]);
  });

  it('refuses what is no probability', () => {
    for (const p of [-0.1, 1.1, NaN]) expect(() => holm([p])).toThrow(RangeError);
  });
});
