import type { Choice, Value } from '../flow/values.ts';

/** What is asked of the numbers inside a value. */
interface Asked {
  isAtLeast(value: Value, least: bigint): boolean;
  isNotSmaller(left: Value, right: Value): boolean;
}

/** Values that are no smaller than this one. */
export function largerThan({ made, reference, items = [] }: Value, known: Asked): readonly Value[] {
  if (reference?.kind === 'builtin' && reference.name === 'min') return items;
  if (made === undefined || !['//', '%', '>>'].includes(made.operator)) return [];
  const { left, right } = made;
  const isLess = known.isAtLeast(left, 0n);
  if (made.operator === '%') return known.isAtLeast(right, 1n) ? [right, ...(isLess ? [left] : [])] : [];
  return isLess ? [left, ...wholes(left, right, known)] : [];
}

/** `whole * part // of`, where the part is no larger than what it is a part of, is no larger than the whole. */
function wholes({ made }: Value, of: Value, known: Asked): Value[] {
  if (made?.operator !== '*') return [];
  const ways = [
    [made.left, made.right],
    [made.right, made.left],
  ] as const;
  return ways.flatMap(([whole, part]) =>
    known.isAtLeast(whole, 0n) && known.isNotSmaller(of, part) ? [whole] : [],
  );
}

/** Values that are no larger than this one. */
export function smallerThan({ reference, items = [] }: Value): readonly Value[] {
  return reference?.kind === 'builtin' && reference.name === 'max' ? items : [];
}

/** What a value may be one of; of the largest of some numbers, each must do where a small one is wanted. */
export function choicesOf({ choices, reference, items = [] }: Value, factor: bigint): readonly Choice[] {
  if (choices !== undefined) return choices;
  const hard = factor < 0n ? 'max' : 'min';
  const isHard = reference?.kind === 'builtin' && reference.name === hard;
  return isHard ? items.map((value) => ({ value, when: [] })) : [];
}
