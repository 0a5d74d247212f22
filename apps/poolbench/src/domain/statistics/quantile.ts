/** The middle of the values; of an even number of them, the mean of the middle two. @throws RangeError for no values. */
export function median(values: readonly number[]): number {
  return quantile(values, 0.5);
}

/** The arithmetic mean. @throws RangeError for no values. */
export function mean(values: readonly number[]): number {
  if (values.length === 0) throw new RangeError('There is no mean of no values.');
  return values.reduce((sum, value) => sum + value, 0) / values.length;
}

/**
 * The value below which a share of the values lies, 0 ≤ share ≤ 1, with linear interpolation between neighbours
 * (type 7 of Hyndman and Fan 1996: the default of R and NumPy). Values may be infinite.
 * @throws RangeError for no values or another share.
 */
export function quantile(values: readonly number[], share: number): number {
  return quantileOfSorted(new Float64Array(values).sort(), share);
}

/** `quantile` of values that are already in ascending order. */
export function quantileOfSorted(sorted: ArrayLike<number>, share: number): number {
  if (!(share >= 0 && share <= 1)) throw new RangeError(`A share must be from 0 to 1, not ${share}.`);
  const position = share * (sorted.length - 1);
  const below = sorted[Math.floor(position)];
  const above = sorted[Math.ceil(position)];
  if (below === undefined || above === undefined) throw new RangeError('There is no quantile of no values.');
  // Between two infinities nothing may be subtracted.
  return below === above ? below : below + (above - below) * (position - Math.floor(position));
}
