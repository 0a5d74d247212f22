import { holdsBetween } from '../flow/fold.ts';
import { mirrored } from '../flow/order.ts';
import type { ConstantValue, Fact, StorageItem, Value } from '../flow/values.ts';
import type { CompareOperator } from '../python/tree.ts';

/** What is asked of one place in storage, and whether a value there would be let through; undefined where that is unknown. */
export interface Question {
  readonly fact: Fact;
  readonly item: StorageItem;
  readonly keys: readonly Value[];
  readonly lets: (constant: ConstantValue) => boolean | undefined;
}

/** The question that a fact answers, where it holds a place against what is written out. */
export function questionsIn(fact: Fact): Question[] {
  if (fact.kind === 'one of') return [];
  if (fact.kind !== 'compare')
    return questionOf(fact, fact.value, (constant) => Boolean(constant) === (fact.kind === 'true'));
  const { left, operator, right } = fact;
  if (right.constant !== undefined || right.items !== undefined)
    return questionOf(fact, left, (constant) => comparesTo(constant, operator, right));
  return left.constant === undefined
    ? []
    : questionOf(fact, right, (constant) => comparesTo(constant, mirrored(operator), left));
}

const questionOf = (fact: Fact, { read }: Value, lets: Question['lets']): Question[] =>
  read === undefined || (read.how !== 'get' && read.how !== 'item')
    ? []
    : [{ fact, item: read.item, keys: read.keys, lets }];

/** Whether a constant compares so to a value that is written out, or to several of them; undefined where that is unknown. */
export function comparesTo(
  constant: ConstantValue,
  operator: CompareOperator,
  { constant: other, items }: Value,
): boolean | undefined {
  if (other !== undefined) return holdsBetween(constant, operator, other);
  if (operator !== 'in' && operator !== 'not in') return undefined;
  if (items?.every((each) => each.constant !== undefined) !== true) return undefined;
  return items.some((each) => each.constant === constant) === (operator === 'in');
}
