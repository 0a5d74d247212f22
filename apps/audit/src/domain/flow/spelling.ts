import type { TreeFacts } from '../model/tree-facts.ts';
import { sourceOf, type Value } from './values.ts';
import type { Module } from '../package/package.ts';

/** How a value is written where it was computed, which may be in another module than where it is used. */
export function spellingOf(facts: TreeFacts, value: Value, usedIn: Module): string {
  const { node, reference, read } = value;
  // A container is made in the constructor, far from where it is used.
  if (reference?.kind === 'container' && reference.keys.length === 0 && read === undefined)
    return reference.item.name;
  if (node.kind === 'Parameter' || node.kind === 'FunctionDefinition') return node.name;
  return sourceOf(facts.find(node)?.module ?? usedIn, node);
}
