import type { Comparison, Fact, Value } from '../flow/values.ts';

/** A sum of values, each times a whole number, and a constant. */
export interface Linear {
  readonly constant: bigint;
  /** By the shape of the value. */
  readonly terms: ReadonlyMap<string, Term>;
}

export interface Term {
  readonly value: Value;
  readonly factor: bigint;
}

/** Deeper sums are taken as one value. */
const DEEPEST = 12;

/** A value taken apart into what is added up in it. */
export function linearOf(value: Value, depth = 0): Linear {
  if (typeof value.constant === 'bigint') return constantLinear(value.constant);
  if (depth < DEEPEST) {
    const { made, reference, items } = value;
    const [only] = items ?? [];
    if (reference?.kind === 'builtin' && reference.name === 'int' && only !== undefined)
      return linearOf(only, depth + 1);
    if (made?.operator === '+' || made?.operator === '-') {
      return plus(
        linearOf(made.left, depth + 1),
        linearOf(made.right, depth + 1),
        made.operator === '+' ? 1n : -1n,
      );
    }
    if (made?.operator === '*') {
      const [factor, other] =
        typeof made.left.constant === 'bigint' ? [made.left, made.right] : [made.right, made.left];
      if (typeof factor.constant === 'bigint')
        return plus(constantLinear(0n), linearOf(other, depth + 1), factor.constant);
    }
  }
  return { constant: 0n, terms: new Map([[value.shape, { value, factor: 1n }]]) };
}

export const constantLinear = (constant: bigint): Linear => ({ constant, terms: new Map() });

/** `left + factor * right`. */
export function plus(left: Linear, right: Linear, factor = 1n): Linear {
  const terms = new Map(left.terms);
  for (const [shape, term] of right.terms) {
    const sum = (terms.get(shape)?.factor ?? 0n) + factor * term.factor;
    if (sum === 0n) terms.delete(shape);
    else terms.set(shape, { value: term.value, factor: sum });
  }
  return { constant: left.constant + factor * right.constant, terms };
}

/** A sum in which one value is replaced by another sum. */
export function replaced(sum: Linear, shape: string, by: Linear): Linear {
  const term = sum.terms.get(shape);
  if (term === undefined) return sum;
  return plus(plus(sum, { constant: 0n, terms: new Map([[shape, term]]) }, -1n), by, term.factor);
}

/** Sums that are not below zero where a fact holds. */
export function relationsOf(fact: Fact): Linear[] {
  if (fact.kind === 'false') return equal(linearOf(fact.value), constantLinear(0n));
  return fact.kind === 'compare' ? compared(fact) : [];
}

const equal = (left: Linear, right: Linear): Linear[] => [plus(left, right, -1n), plus(right, left, -1n)];

function compared({ operator, left, right }: Comparison): Linear[] {
  if (operator === 'in') return inRange(left, right);
  const [a, b] = [linearOf(left), linearOf(right)];
  const difference = ['>=', '>'].includes(operator) ? plus(a, b, -1n) : plus(b, a, -1n);
  if (operator === '==') return equal(a, b);
  if (operator === '>=' || operator === '<=') return [difference];
  return operator === '>' || operator === '<' ? [plus(difference, constantLinear(-1n))] : [];
}

function inRange(value: Value, { reference, items = [] }: Value): Linear[] {
  if (reference?.kind !== 'builtin' || reference.name !== 'range' || items.length > 2) return [];
  const [start, stop] = items.length === 1 ? [undefined, items[0]] : items;
  if (stop === undefined) return [];
  const begin = start === undefined ? constantLinear(0n) : linearOf(start);
  return [
    plus(linearOf(value), begin, -1n),
    plus(plus(linearOf(stop), linearOf(value), -1n), constantLinear(-1n)),
  ];
}
