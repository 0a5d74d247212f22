import type { BinaryOperator, CompareOperator } from '../python/tree.ts';
import { isOnly, Type, type TypeSet } from './types.ts';

/** Types whose values Python adds to and orders with one another, and with none of another row. */
const KINDS: readonly (readonly [string, TypeSet])[] = [
  ['int', Type.int | Type.bool | Type.float],
  ['str', Type.str],
  ['bytes', Type.bytes],
  ['Address', Type.address],
];

const kindOf = (types: TypeSet): string | undefined => KINDS.find(([, kind]) => isOnly(types, kind))?.[0];

/** What an operator of Python is given on both sides, where it raises for that. */
export interface Misfits {
  readonly left: string;
  readonly right: string;
}

/** Operands that an operator takes no two of: `'3' + 1`, `height < '7'`; undefined where it may take them. */
export function misfitOperands(
  operator: BinaryOperator | CompareOperator,
  left: TypeSet,
  right: TypeSet,
): Misfits | undefined {
  const kinds = { left: kindOf(left), right: kindOf(right) };
  if (kinds.left === undefined || kinds.right === undefined) return undefined;
  const isTaken = kinds.left === kinds.right && TAKEN_BY.get(operator)?.has(kinds.left) !== false;
  return !TAKEN_BY.has(operator) || isTaken ? undefined : { left: kinds.left, right: kinds.right };
}

const ADDED: ReadonlySet<string> = new Set(['int', 'str', 'bytes']);
const ORDERED: ReadonlySet<string> = new Set(['int', 'str', 'bytes', 'Address']);

/** The kinds of which each of these operators takes two. */
const TAKEN_BY: ReadonlyMap<string, ReadonlySet<string>> = new Map([
  ['+', ADDED],
  ['-', new Set(['int'])],
  ...['<', '<=', '>', '>='].map((operator) => [operator, ORDERED] as const),
]);
