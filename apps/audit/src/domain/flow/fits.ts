import { isOnly, Type, type TypeSet } from '../model/types.ts';
import type { DeclaredCall } from './declared-calls.ts';
import { isOutOfJson } from './json.ts';
import { hasOrigin, type Value } from './values.ts';

/** Whether a value serves where one of the `wanted` types is declared. What is not known fits. */
export function fits(wanted: TypeSet, given: Value, of: DeclaredCall['of']): boolean {
  // What stands under one name of a dict says nothing of another, but none of JSON is an address.
  if (isOfJson(given)) return !isOutOfJson(given) || !isOnly(wanted, OUTSIDE_JSON | Type.none);
  if (accepts(of === 'package' ? lenient(wanted) : wanted, given.types)) return true;
  return of === 'package' && servesAsList(wanted, given);
}

/** What no entry of JSON is. */
const OUTSIDE_JSON = Type.address | Type.bytes;

export const isOfJson = (value: Value): boolean =>
  value.node.kind === 'Subscript' && hasOrigin(value, 'json');

/** Inside of a contract `0` serves as a bool; an event and another contract look at the type. */
const lenient = (wanted: TypeSet): TypeSet => ((wanted & Type.bool) !== 0 ? wanted | Type.int : wanted);

/** An ArrayDB is walked through, counted and indexed as a list is; a helper says `list` for want of a better name. */
const servesAsList = (wanted: TypeSet, { reference }: Value): boolean =>
  (wanted & Type.list) !== 0 && reference?.kind === 'container' && reference.item.kind === 'ArrayDB';

const COLLECTIONS: TypeSet = Type.list | Type.tuple | Type.set;

/** `None` always fits; a bool is an int, an int serves as a float, and any collection as another. */
function accepts(wanted: TypeSet, types: TypeSet): boolean {
  const given = types & ~Type.none;
  if (wanted === 0 || given === 0) return true;
  return (given & (wanted | alsoFit(wanted))) !== 0;
}

function alsoFit(wanted: TypeSet): TypeSet {
  const numbers =
    (wanted & Type.int) !== 0 ? Type.bool : (wanted & Type.float) !== 0 ? Type.int | Type.bool : 0;
  return (wanted & COLLECTIONS) !== 0 ? numbers | COLLECTIONS : numbers;
}
