import { stepsOf, type Flow, type StepOf } from '../flow/flow.ts';
import type { Arithmetic, Value } from '../flow/values.ts';

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

/** Every number that a value may be, where all of them are written out, as those of a table of constants; undefined otherwise. */
export function writtenNumbers({ constant, choices }: Value, depth = 0): bigint[] | undefined {
  if (typeof constant === 'bigint') return [constant];
  if (choices === undefined || choices.length === 0 || depth > 6) return undefined;
  const numbers = choices.map((choice) => writtenNumbers(choice.value, depth + 1));
  return numbers.every((each) => each !== undefined) ? numbers.flat() : undefined;
}

/** A division of written numbers that leaves no rest, whichever of them it is. */
export function isWithoutRest({ left, right }: Arithmetic): boolean {
  const divisors = writtenNumbers(right);
  return (
    divisors?.every((divisor) => divisor !== 0n) === true &&
    writtenNumbers(left)?.every((each) => divisors.every((divisor) => each % divisor === 0n)) === true
  );
}
