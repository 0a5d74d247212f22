/** The value itself. @throws RangeError naming the quantity unless it is finite and above zero. */
export function positive(name: string, value: number): number {
  if (value > 0 && value < Infinity) return value;
  throw new RangeError(`${name} must be finite and above zero, not ${value}.`);
}
