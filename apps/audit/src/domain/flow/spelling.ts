import type { TreeFacts } from '../model/tree-facts.ts';
import { sourceOf, type Value } from './values.ts';
import type { Module } from '../package/package.ts';

/** How a value is written where it was computed, which may be in another module than where it is used. */
export function spellingOf(facts: TreeFacts, { node }: Value, usedIn: Module): string {
  if (node.kind === 'Parameter' || node.kind === 'FunctionDefinition') return node.name;
  return sourceOf(facts.find(node)?.module ?? usedIn, node);
}
