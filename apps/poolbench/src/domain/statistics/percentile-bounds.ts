/** So many samples must lie beyond a percentile for bounds of it. */
const SAMPLES_BEYOND = 10;
const Z_95 = 1.96;

/**
 * Percentiles of a sample, between which the percentile of what it was drawn from lies with 95 % confidence: order statistics,
 * whatever the distribution (Conover, Practical Nonparametric Statistics). Both are in percent; null for too few samples.
 */
export function percentileBounds(
  percentile: number,
  samples: number,
): { readonly low: number; readonly high: number } | null {
  const share = percentile / 100;
  if (!(share > 0 && share < 1))
    throw new RangeError(`A percentile must be between 0 and 100, not ${percentile}.`);
  if (samples * Math.min(share, 1 - share) < SAMPLES_BEYOND) return null;
  const spread = Z_95 * Math.sqrt((share * (1 - share)) / samples);
  return { low: 100 * (share - spread), high: 100 * (share + spread) };
}
