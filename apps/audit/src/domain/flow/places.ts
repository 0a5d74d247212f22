import type { StorageRead, Value } from './values.ts';

/** Deeper sums are taken as one value. */
const DEEPEST = 8;

/** The places in storage that a value is worked out from, also where they are kept as text, or one of several. */
export function placesOf(value: Value, depth = 0): readonly StorageRead[] {
  if (value.read !== undefined) return [value.read];
  return depth > DEEPEST ? [] : partsOf(value).flatMap((part) => placesOf(part, depth + 1));
}

function partsOf({ made, reference, items = [], choices = [] }: Value): readonly Value[] {
  if (made !== undefined) return [made.left, made.right];
  if (choices.length > 0) return choices.map(({ value }) => value);
  return reference?.kind === 'builtin' ? items : [];
}
