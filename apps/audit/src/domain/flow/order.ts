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
