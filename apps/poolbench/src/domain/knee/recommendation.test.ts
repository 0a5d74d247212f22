import { describe, expect, it } from 'vitest';
import { recommend } from './recommendation.ts';

const sweep = (p99s: readonly (number | null)[]) =>
  [90, 99, 100].map((throughput, index) => ({
    size: [1, 5, 10][index]!,
    throughput,
    low: throughput,
    p99: p99s[index]!,
  }));

describe('recommend', () => {
  it('is the smallest size near the best throughput, and says whether its tail holds', () => {
    expect(recommend(sweep([2, 3, 9]))).toEqual({ size: 5, latencyHolds: true });
    expect(recommend(sweep([9, 3.1, 2]))).toEqual({ size: 5, latencyHolds: false });
  });

  it('says nothing of a tail that the samples do not support', () => {
    expect(recommend(sweep([2, null, 2]))).toEqual({ size: 5, latencyHolds: null });
    expect(recommend(sweep([null, 3, null]))).toEqual({ size: 5, latencyHolds: true });
  });
});
