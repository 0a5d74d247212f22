import { stepsOf, type Flow } from '../flow/flow.ts';
import type { Step } from '../flow/steps.ts';
import type { Value } from '../flow/values.ts';
import { linearOf } from './linear.ts';
import { isOfTurn } from './part-fields.ts';

/** Numbers of a list that are added up, in a loop or by `sum`. */
export interface AddedUp {
  /** Where one is added to the others. */
  readonly step: Step;
  readonly part: Value;
  /** Whether a value is their sum, or is made of it. */
  readonly isSum: (value: Value) => boolean;
}

export const addedUpIn = (flow: Flow): AddedUp[] => [...addedInLoops(flow), ...addedAtOnce(flow)];

/** `total += amount`, once a turn. */
function addedInLoops(flow: Flow): AddedUp[] {
  return stepsOf(flow, 'arithmetic').flatMap((step) => {
    const { operator, left, right, result } = step.action;
    if (operator !== '+' || step.loops.length === 0) return [];
    const [sum, part] = isCarried(left, step) ? [left, right] : [right, left];
    if (!isCarried(sum, step) || !isOfTurn(part)) return [];
    const shapes = new Set([sum.shape, result.shape]);
    return [{ step, part, isSum: (value) => isMadeOf(value, shapes) }];
  });
}

/** Whether it is what this very addition made of it in the turn before. */
const isCarried = ({ choices }: Value, { node }: Pick<Step, 'node'>, depth = 0): boolean =>
  (choices ?? []).some(
    ({ value }) => value.node === node || (depth < DEEPEST && isCarried(value, { node }, depth + 1)),
  );

/** `sum(amounts)` */
function addedAtOnce(flow: Flow): AddedUp[] {
  return stepsOf(flow, 'platform').flatMap((step) => {
    const { name, args, result } = step.action;
    const [list] = args;
    if (name !== 'sum' || list === undefined) return [];
    const shapes = new Set([result.shape]);
    return [{ step, part: list.element ?? list, isSum: (value: Value) => isMadeOf(value, shapes) }];
  });
}

/** Ways that meet in ways that meet. */
const DEEPEST = 3;

function isMadeOf(value: Value, shapes: ReadonlySet<string>, depth = 0): boolean {
  if (shapes.has(value.shape)) return true;
  if (depth > DEEPEST) return false;
  const parts = [...linearOf(value).terms.values()].map((term) => term.value);
  return [...parts, ...(value.choices ?? []).map((choice) => choice.value)].some(
    (part) => part !== value && isMadeOf(part, shapes, depth + 1),
  );
}
