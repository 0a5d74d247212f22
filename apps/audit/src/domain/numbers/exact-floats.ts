import { factsAt } from '../flow/dominance.ts';
import { stepsOf, type Flow, type StepOf } from '../flow/flow.ts';
import { hasOrigin, type Value } from '../flow/values.ts';
import { once } from '../once.ts';
import { believed } from './beliefs.ts';
import { Bounds } from './bounds.ts';

/** Up to here a float of 64 bits holds each whole number, and a quotient that is cut off is the right one (IEEE 754). */
const WHOLE = 2n ** 53n;

/**
 * A float that is made and cut off at once, with nothing lost on the way: `int(98.5 * 100)` of a number that is written in the source, or
 * of any of a table of them, and `int(n / 3)` of a number that is known to be small.
 */
export const isExact = (flow: Flow, step: StepOf<'arithmetic'>): boolean =>
  isCutOff(flow, step.action.result) && (isWholeProduct(step) || isSmallQuotient(flow, step));

const isCutOff = (flow: Flow, result: Value): boolean => cutOffs(flow).has(result);

const cutOffs = once(
  (flow: Flow): ReadonlySet<Value | undefined> =>
    new Set(
      stepsOf(flow, 'platform').flatMap(({ action: { name, args } }) => (name === 'int' ? [args[0]] : [])),
    ),
);

function isWholeProduct({ action: { operator, left, right } }: StepOf<'arithmetic'>): boolean {
  if (operator !== '*') return false;
  const [factor, floats] =
    typeof right.constant === 'bigint' ? [right.constant, floatsOf(left)] : [left.constant, floatsOf(right)];
  return (
    typeof factor === 'bigint' &&
    floats?.every((float) => Number.isSafeInteger(float * Number(factor))) === true
  );
}

/** The numbers that it can be, if all of them are written in the source. */
function floatsOf({ node, choices }: Value, depth = 0): number[] | undefined {
  if (node.kind === 'Number') return [node.form === 'float' ? node.float : Number(node.integer)];
  if (choices === undefined || choices.length === 0 || depth > 3) return undefined;
  const each = choices.map(({ value }) => floatsOf(value, depth + 1));
  return each.every((floats) => floats !== undefined) ? each.flat() : undefined;
}

/** The dividend is too small for a digit to be lost, and both are whole. */
export function isSmallQuotient(flow: Flow, step: StepOf<'arithmetic'>): boolean {
  const { operator, left, right } = step.action;
  if (operator !== '/' || [left, right].some((side) => hasOrigin(side, 'float'))) return false;
  const bounds = new Bounds(factsAt(flow, step), believed);
  return bounds.isAtLeast(left, -WHOLE) && bounds.isAtMost(left, WHOLE);
}
