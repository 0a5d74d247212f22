import { hasOrigin, type Value } from '../flow/values.ts';
import type { Expression } from '../python/tree.ts';
import { isCounted } from './builtins.ts';
import { parametersOf } from './naming.ts';

/** Whether a value may be a number of the same list as another: of rows with names, one under the same name. */
export function isOfSameParts(part: Value, other: Value): boolean {
  if (isCounted(other)) return false;
  const names = parametersOf(other);
  if (names.length === 0 || !parametersOf(part).every((name) => names.includes(name))) return false;
  const [field, otherField] = [fieldOf(part), fieldOf(other)];
  return field === undefined || otherField === undefined || field === otherField;
}

/** Whether a number differs from turn to turn of the loop that it is computed in: it is equal to no value that is computed elsewhere. */
export const isOfTurn = ({ shape }: Value): boolean => /#\d/.test(shape);

/** The name under which a number stands in its row: `row['amount']`, `int(row.get('amount'))`. */
function fieldOf(value: Value): string | undefined {
  const { node, reference, items } = value;
  const [inner] = items ?? [];
  if (reference?.kind === 'builtin' && reference.name === 'int' && inner !== undefined) return fieldOf(inner);
  if (!hasOrigin(value, 'parameter')) return undefined;
  if (node.kind === 'Subscript') return textOf(node.index);
  return node.kind === 'Call' && node.callee.kind === 'Attribute' && node.callee.name === 'get'
    ? textOf(node.args[0])
    : undefined;
}

const textOf = (node: Expression | undefined): string | undefined =>
  node?.kind === 'String' ? node.value : undefined;
