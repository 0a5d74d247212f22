import type { BinaryOperator, CompareOperator } from '../python/tree.ts';
import { kindOf, type Kind } from './kinds.ts';
import type { TypeSet } from './types.ts';

/** What an operator of Python is given on both sides, where it raises for that. */
export interface Misfits {
  readonly left: Kind;
  readonly right: Kind;
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

const ADDED: ReadonlySet<Kind> = new Set(['int', 'str', 'bytes']);
const ORDERED: ReadonlySet<Kind> = new Set(['int', 'str', 'bytes', 'Address']);

/** The kinds of which each of these operators takes two. */
const TAKEN_BY = new Map<string, ReadonlySet<Kind>>([
  ['+', ADDED],
  ['-', new Set<Kind>(['int'])],
  ...['<', '<=', '>', '>='].map((operator) => [operator, ORDERED] as const),
]);
