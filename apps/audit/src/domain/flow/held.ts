import { isOnly, Type } from '../model/types.ts';
import type { Value } from './values.ts';

/** Collections within collections that are looked into. */
const MOST_NESTED = 4;

/** A value that is no collection, or all that a dict, list or tuple holds, as far as it is known: each thing of a dict or list that is written out. */
export function held(value: Value, depth = 0): Value[] {
  const { entries, items, element, key } = value;
  if (depth === MOST_NESTED || !isOnly(value.types, Type.dict | Type.list | Type.tuple)) return [value];
  const written = [...(entries?.values() ?? []), ...(items ?? [])];
  const parts = written.length === 0 && element !== undefined ? [element] : written;
  const keys = key === undefined ? [] : [key];
  return [...keys, ...parts.flatMap((part) => held(part, depth + 1))];
}
