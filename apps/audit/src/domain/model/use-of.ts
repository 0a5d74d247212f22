import type { Node } from '../python/tree.ts';
import type { Found, TreeFacts } from './tree-facts.ts';

/** What becomes of the answer of a call. */
export type Use =
  /** A statement of its own. */
  | { readonly kind: 'dropped' }
  /** Kept in a variable that nobody reads. */
  | { readonly kind: 'unread'; readonly name: string }
  | { readonly kind: 'returned' }
  /** Anything else, also `_ = call()`, which says that the answer does not matter. */
  | { readonly kind: 'used' };

const USED: Use = { kind: 'used' };

const known = new WeakMap<Node, Use>();

/** Asked again for each time that the call is unrolled, so kept. */
export function useOf(facts: TreeFacts, call: Node): Use {
  const found = known.get(call);
  if (found !== undefined) return found;
  const use = findUse(facts, call);
  known.set(call, use);
  return use;
}

function findUse(facts: TreeFacts, call: Node): Use {
  const found = facts.find(call);
  const parent = found?.parent;
  if (found === undefined || parent === undefined) return USED;
  const { node } = parent;
  if (node.kind === 'ExpressionStatement') return { kind: 'dropped' };
  if (node.kind === 'Return') return { kind: 'returned' };
  if (node.kind === 'Await') return useOf(facts, node);
  const [target] = node.kind === 'Assign' ? node.targets : [];
  if (target?.kind !== 'Name' || target.id === '_') return USED;
  return isRead(facts, found, target.id) ? USED : { kind: 'unread', name: target.id };
}

/** Whether a variable of the function around a place is read anywhere in it. */
const isRead = (facts: TreeFacts, around: Found, name: string): boolean =>
  facts.beside(around, 'Name').some((found) => found.node.id === name && !isTarget(found));

const isTarget = ({ node, parent }: Found): boolean =>
  parent?.node.kind === 'Assign' && parent.node.targets.some((target) => target === node);

/** Variables of a function that are set in a part of it and read behind that part, with the places where they are read. */
export function readBehind(facts: TreeFacts, part: Node): Found[] {
  const around = facts.find(part);
  if (around === undefined) return [];
  const names = facts.beside(around, 'Name');
  const isInside = ({ node }: Found) => node.start >= part.start && node.end <= part.end;
  const set = new Set(names.filter((found) => isInside(found) && isTarget(found)).map(({ node }) => node.id));
  return names.filter((found) => set.has(found.node.id) && found.node.start >= part.end && !isTarget(found));
}
