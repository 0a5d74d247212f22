import { factsAt } from '../flow/dominance.ts';
import type { Flow, StepOf } from '../flow/flow.ts';
import { isUnset } from '../flow/unset.ts';
import { mirrored } from '../flow/order.ts';
import type { Step } from '../flow/steps.ts';
import { hasOrigin, isSamePlace, valuesOf, type Fact, type Value } from '../flow/values.ts';

/**
 * Whether a time is only set to the present, where nothing is asked of it but that it has come: `now >= due[sender]`, and then
 * `due[sender] = now`. It has come again with the next call.
 */
export function isDueAgain(flow: Flow, write: StepOf<'write'>, step: Step): boolean {
  const { value } = write.action;
  if (value === undefined || value.made !== undefined || !hasOrigin(value, 'block')) return false;
  const asked = factsAt(flow, step).filter((fact) => valuesOf(fact).some((each) => isAbout(each, write)));
  return (
    asked.some((fact) => isComeBy(fact, write, value)) &&
    asked.every((fact) => isComeBy(fact, write, value) || isSet(fact, write))
  );
}

/** It is worked out of what stands there, or is that itself. */
const isAbout = (value: Value, write: StepOf<'write'>): boolean =>
  isPlace(value, write) ||
  (value.made !== undefined && (isAbout(value.made.left, write) || isAbout(value.made.right, write)));

const isPlace = ({ read }: Value, { action }: StepOf<'write'>): boolean =>
  read !== undefined && isSamePlace(read, action);

/** `now >= due` */
function isComeBy(fact: Fact, write: StepOf<'write'>, now: Value): boolean {
  if (fact.kind !== 'compare') return false;
  const { left, right } = fact;
  const [operator, time] =
    left.shape === now.shape ? [fact.operator, right] : [mirrored(fact.operator), left];
  const isNow = [left, right].some(({ shape }) => shape === now.shape);
  return isNow && isPlace(time, write) && (operator === '>=' || operator === '>');
}

/** A time stands there at all. */
const isSet = (fact: Fact, write: StepOf<'write'>): boolean =>
  fact.kind === 'compare'
    ? (fact.operator === '!=' || fact.operator === '>') && isUnset(fact.right) && isPlace(fact.left, write)
    : fact.kind === 'true' && isPlace(fact.value, write);
