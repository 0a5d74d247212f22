import type { CompareOperator } from '../python/tree.ts';
import type { Comparison, Value } from './values.ts';

/** Which side of `<`, `<=`, `>` or `>=` is said to be the smaller one; undefined of any other comparison. */
export function orderOf({
  operator,
  left,
  right,
}: Comparison): { readonly less: Value; readonly more: Value } | undefined {
  if (operator === '<' || operator === '<=') return { less: left, more: right };
  return operator === '>' || operator === '>=' ? { less: right, more: left } : undefined;
}

/** What a comparison says with its sides changed over: `0 < amount` is `amount > 0`. */
export const mirrored = (operator: CompareOperator): CompareOperator => MIRRORED[operator] ?? operator;

const MIRRORED: Readonly<Partial<Record<CompareOperator, CompareOperator>>> = {
  '<': '>',
  '<=': '>=',
  '>': '<',
  '>=': '<=',
};
