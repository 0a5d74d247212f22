/** So many samples must lie beyond a percentile before it is printed. */
const SAMPLES_BEYOND = 100;

/** How many samples a percentile needs: 200 for 50, 10,000 for 99, 100,000 for 99.9. */
export function samplesNeeded(percentile: number): number {
  if (!(percentile >= 0 && percentile < 100))
    throw new RangeError(`A percentile must be from 0 to below 100, not ${percentile}.`);
  // Rounded, since 100 − 99.9 is not quite 0.1 in floating point.
  return Math.round((100 * SAMPLES_BEYOND) / (100 - percentile));
}

/** Whether a percentile (in percent: 99.9) of so many samples of one cell may be printed; else the report shows "-". */
export function isSupported(percentile: number, samples: number): boolean {
  return samples >= samplesNeeded(percentile);
}
