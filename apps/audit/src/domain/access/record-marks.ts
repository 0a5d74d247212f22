import { factsAt } from '../flow/dominance.ts';
import { stepsBefore, type Flow, type StepOf } from '../flow/flow.ts';
import type { Step } from '../flow/steps.ts';
import { sameKeys, valuesOf, type Value } from '../flow/values.ts';
import { recordChanges } from '../storage/records.ts';
import { changedNames } from '../storage/rebuilt-records.ts';
import { comparesTo } from './let-through.ts';

/**
 * Whether a record that is written back leaves what led to a step as it was: the state in it is set, and neither a question before
 * nor the amount has to do with that state.
 */
export function leavesRecord(flow: Flow, write: StepOf<'write'>, step: Step, amount: Value): boolean {
  const names = changedNames(flow, write);
  if (names === undefined || names.length === 0 || !/\[string [^\]]*\]/.test(amount.shape)) return false;
  const shapes = [amount.shape, ...shapesAsked(step)];
  return !names
    .filter((name) => !isLetThrough(flow, write, step, name))
    .some((name) => shapes.some((shape) => shape.includes(`[string ${name}]`)));
}

/** A record is written back with a state that the questions before let through as well. */
export const isLetThroughAgain = (flow: Flow, write: StepOf<'write'>, step: Step): boolean =>
  changedNames(flow, write)?.some((name) => isLetThrough(flow, write, step, name)) === true;

/** What is put under a name is what every question about it lets through: `state in (PASSED, DONE)`, and then `record['state'] = DONE`. */
function isLetThrough(flow: Flow, write: StepOf<'write'>, step: Step, name: string): boolean {
  const put = recordChanges(flow)
    .find((change) => change.write === write)
    ?.puts.get(name)?.constant;
  if (put === undefined) return false;
  const asked = factsAt(flow, step).filter((fact) =>
    valuesOf(fact).some(({ shape }) => shape.includes(`[string ${name}]`)),
  );
  return (
    asked.length > 0 &&
    asked.every((fact) => fact.kind === 'compare' && comparesTo(put, fact.operator, fact.right) === true)
  );
}

const shapesAsked = (step: Step): string[] =>
  [...stepsBefore(step)].flatMap(({ action }) =>
    action.kind === 'way'
      ? action.facts
          .flatMap(valuesOf)
          .flatMap(({ shape, made }) =>
            made === undefined ? [shape] : [shape, made.left.shape, made.right.shape],
          )
      : [],
  );

/** What is written is one of those values that the question lets through: `owner[id] in (seller, buyer)`, and then `owner[id] = buyer`. */
export const isAmongAllowed = (
  flow: Flow,
  { action: { item, keys, value } }: StepOf<'write'>,
  step: Step,
): boolean =>
  value !== undefined &&
  factsAt(flow, step).some(
    (fact) =>
      fact.kind === 'compare' &&
      fact.operator === 'in' &&
      fact.left.read?.item === item &&
      sameKeys(fact.left.read.keys, keys) &&
      fact.right.items?.some(({ shape }) => shape === value.shape) === true,
  );

/** A mark as the source has it: in a record, the name under which it is set. */
export function nameOfMark(flow: Flow, write: StepOf<'write'>): string {
  const [name, ...others] = changedNames(flow, write) ?? [];
  const { item } = write.action;
  return name === undefined || others.length > 0 ? item.name : `${item.name}['${name}']`;
}
