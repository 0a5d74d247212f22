import { argumentsOf } from './arguments.ts';
import type { Found } from '../model/tree-facts.ts';
import { once } from '../once.ts';
import type { Flow } from './flow.ts';
import type { Step } from './steps.ts';
import type { Comparison, Condition, Fact, Value } from './values.ts';

/** The values that a step takes for what they are; arguments of functions of the package are only handed on. */
export function valuesUsed({ action }: Step): readonly Value[] {
  if (action.kind === 'arithmetic') return [action.left, action.right];
  if (action.kind === 'transfer') return [action.to, action.amount];
  if (action.kind === 'event' || action.kind === 'platform') return argumentsOf(action);
  if (action.kind === 'external') return [...argumentsOf(action), ...known(action.sent)];
  if (action.kind === 'write') return [...action.keys, ...known(action.value)];
  if (action.kind === 'return') return known(action.value).flatMap(comparisonsIn).flatMap(comparedValues);
  if (action.kind !== 'way') return [];
  return action.facts
    .flatMap(factLeaves)
    .flatMap((leaf) => (leaf.kind === 'compare' ? comparedValues(leaf) : [leaf.value]));
}

const known = (value: Value | undefined): readonly Value[] => (value === undefined ? [] : [value]);

/** Both sides; of `key in collection` only the key. */
const comparedValues = ({ operator, left, right }: Comparison): readonly Value[] =>
  operator === 'in' || operator === 'not in' ? [left] : [left, right];

type Leaf = Comparison | Extract<Condition, { kind: 'truth' }>;

/** The comparisons and truths that a value's truth is made of. */
function conditionLeaves(value: Value): Leaf[] {
  return leavesOf(value.condition ?? { kind: 'truth', value });
}

function leavesOf(condition: Condition): Leaf[] {
  switch (condition.kind) {
    case 'compare':
    case 'truth':
      return [condition];
    case 'not':
      return leavesOf(condition.of);
    case 'all':
    case 'any':
      return condition.parts.flatMap(leavesOf);
    case 'constant':
      return [];
  }
}

export const comparisonsIn = (value: Value): Comparison[] =>
  conditionLeaves(value).flatMap((leaf) => (leaf.kind === 'compare' ? [leaf] : []));

type FactLeaf = Exclude<Fact, { kind: 'one of' }>;

/** A fact, or all of those of which one holds. */
export const factLeaves = (fact: Fact): FactLeaf[] =>
  fact.kind === 'one of' ? fact.choices.flatMap((choice) => choice.flatMap(factLeaves)) : [fact];

/** All comparisons of a flow, in whatever place they are made, each once. */
export const comparisonsOf = once(({ steps }: Flow): readonly Comparison[] => {
  const found = new Map<Comparison['node'], Comparison>();
  for (const { action } of steps) {
    if (action.kind === 'way')
      for (const leaf of action.facts.flatMap(factLeaves))
        if (leaf.kind === 'compare') found.set(leaf.node, leaf);
    for (const value of tested(action))
      for (const comparison of comparisonsIn(value)) found.set(comparison.node, comparison);
  }
  return [...found.values()];
});

function tested(action: Step['action']): readonly Value[] {
  if (action.kind === 'branch') return [action.value];
  if (action.kind === 'return' || action.kind === 'write') return known(action.value);
  return action.kind === 'call' || action.kind === 'event' || action.kind === 'platform' ? action.args : [];
}

/** Whether a place lies in a statement or expression of this kind, however deep. */
export function isWithin(found: Found | undefined, kind: Found['node']['kind']): boolean {
  for (let around = found; around !== undefined; around = around.parent)
    if (around.node.kind === kind) return true;
  return false;
}
