import type { Node } from '../python/tree.ts';
import { meaningOf } from './meaning.ts';
import type { Program } from './program.ts';
import type { TreeFacts } from './tree-facts.ts';

/** `RATES[0]` where no file at hand has RATES: it comes out of a module that is missing, and what is written there is not known. */
export function isOfUnseenTable(program: Program, facts: TreeFacts, node: Node): boolean {
  let root = node;
  while (root.kind === 'Subscript' || root.kind === 'Attribute') root = root.value;
  const found = root.kind === 'Name' ? facts.find(root) : undefined;
  if (found === undefined || root.kind !== 'Name') return false;
  const { kind } = meaningOf(program, found, root);
  return kind === 'unknown' || kind === 'outside';
}
