import { orderOf } from '../flow/order.ts';
import { factsOf, type Choice, type Fact, type Value } from '../flow/values.ts';

/** Numbers that are each no smaller than a value: those that `min` takes the least of, or that `if count > rest: count = rest` does. */
export function leastOf(value: Value): readonly Value[] {
  const { reference, items = [], choices = [] } = value;
  if (reference?.kind === 'builtin' && reference.name === 'min') return items.flatMap(leastOf);
  const isLeast = choices.length > 1 && choices.every((choice) => isSmallest(choice, choices));
  return isLeast ? choices.flatMap((choice) => leastOf(choice.value)) : [value];
}

/** Whether what holds where it is chosen says that it is no larger than each of the others. */
function isSmallest({ value, when }: Choice, choices: readonly Choice[]): boolean {
  const facts = when.flatMap((condition) => factsOf(condition, true));
  return choices.every(
    ({ value: other }) => other === value || facts.some((fact) => isInOrder(fact, value, other)),
  );
}

function isInOrder(fact: Fact, small: Value, large: Value): boolean {
  const order = fact.kind === 'compare' ? orderOf(fact) : undefined;
  return order?.less.shape === small.shape && order.more.shape === large.shape;
}
