import type { Fact, Value } from '../flow/values.ts';
import { relationsOf, type Linear } from './linear.ts';

/** What facts say about numbers, laid out so that it is found by the shape of a value. */
export interface Knowledge {
  /** Sums that are not below zero. */
  readonly relations: readonly Linear[];
  readonly byShape: ReadonlyMap<string, readonly Linear[]>;
  readonly products: readonly Product[];
  /** What is known to be one of some written values, by its shape. */
  readonly lists: readonly { readonly of: string; readonly items: readonly Value[] }[];
}

/** A product in a relation. */
export interface Product {
  readonly relation: Linear;
  readonly whole: string;
  readonly left: Value;
  readonly right: Value;
}

const known = new WeakMap<readonly Fact[], Knowledge>();
const relationsOfFacts = new WeakMap<Fact, readonly Linear[]>();

/** The facts of one place are asked about each number that is moved there. */
export function knowledgeOf(facts: readonly Fact[]): Knowledge {
  const before = known.get(facts);
  if (before !== undefined) return before;
  const relations = facts.flatMap(relationsIn);
  const made = {
    relations,
    byShape: groupByShape(relations),
    products: relations.flatMap(productsIn),
    lists: facts.flatMap(listIn),
  };
  known.set(facts, made);
  return made;
}

function relationsIn(fact: Fact): readonly Linear[] {
  const before = relationsOfFacts.get(fact) ?? relationsOf(fact);
  relationsOfFacts.set(fact, before);
  return before;
}

function groupByShape(relations: readonly Linear[]): Map<string, Linear[]> {
  const groups = new Map<string, Linear[]>();
  for (const relation of relations) {
    for (const shape of relation.terms.keys()) {
      const group = groups.get(shape);
      if (group === undefined) groups.set(shape, [relation]);
      else group.push(relation);
    }
  }
  return groups;
}

const productsIn = (relation: Linear): Product[] =>
  [...relation.terms].flatMap(
    ([
      whole,
      {
        value: { made },
      },
    ]) => (made?.operator === '*' ? [{ relation, whole, left: made.left, right: made.right }] : []),
  );

function listIn(fact: Fact) {
  if (fact.kind !== 'compare' || fact.operator !== 'in') return [];
  const { items = [], reference } = fact.right;
  return items.length === 0 || reference !== undefined ? [] : [{ of: fact.left.shape, items }];
}
