/**
 * The p-values adjusted for being several, in the order given (Holm 1979): claims whose adjusted value stays at or below
 * 0.05 may be made together, and the chance that any of them is false is still at most 5 %.
 * @throws RangeError for a value outside 0 … 1.
 */
export function holm(pValues: readonly number[]): number[] {
  const adjusted = [...pValues];
  let largest = 0;
  for (const [rank, index] of ascending(pValues).entries()) {
    largest = Math.max(largest, Math.min(1, (pValues.length - rank) * probability(pValues[index])));
    adjusted[index] = largest;
  }
  return adjusted;
}

/** The places of the values, from the smallest value to the largest. */
function ascending(values: readonly number[]): number[] {
  return [...values.keys()].sort((one, other) => (values[one] ?? 0) - (values[other] ?? 0));
}

function probability(p: number | undefined): number {
  if (p !== undefined && p >= 0 && p <= 1) return p;
  throw new RangeError(`A p-value must be from 0 to 1, not ${p ?? 'nothing'}.`);
}
