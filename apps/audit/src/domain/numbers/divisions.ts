import { stepsOf, type Flow, type StepOf } from '../flow/flow.ts';
import type { Value } from '../flow/values.ts';

/** Whole-number divisions inside a value that is still a quotient: through sums and `int()`, not through other operations. */
export function quotientIn(value: Value, depth = 0): Value | undefined {
  if (depth > 4) return undefined;
  const { made, reference, items = [], choices } = value;
  if (made?.operator === '//') return value;
  const [only] = items;
  if (reference?.kind === 'builtin' && reference.name === 'int' && only !== undefined)
    return quotientIn(only, depth + 1);
  if (choices !== undefined)
    return choices.map((choice) => quotientIn(choice.value, depth + 1)).find((found) => found !== undefined);
  return undefined;
}

/** Factors of a product. */
export function factorsOf(value: Value, depth = 0): Value[] {
  if (value.made?.operator !== '*' || depth > 6) return [value];
  return [...factorsOf(value.made.left, depth + 1), ...factorsOf(value.made.right, depth + 1)];
}

/** What is added up in a value. */
export function summandsOf(value: Value, depth = 0): Value[] {
  if (value.made?.operator !== '+' || depth > 6) return [value];
  return [...summandsOf(value.made.left, depth + 1), ...summandsOf(value.made.right, depth + 1)];
}

/** The step that worked a value out. */
export const madeBy = (flow: Flow, value: Value): StepOf<'arithmetic'> | undefined =>
  stepsOf(flow, 'arithmetic').find(
    ({ action }) => action.result === value || action.result.shape === value.shape,
  );
