import type { Expression } from '../python/tree.ts';

/** `a.b.c` as text; undefined for anything that is not names with dots between them. */
export function dotted(node: Expression): string | undefined {
  if (node.kind === 'Name') return node.id;
  if (node.kind !== 'Attribute') return undefined;
  const value = dotted(node.value);
  return value === undefined ? undefined : `${value}.${node.name}`;
}
