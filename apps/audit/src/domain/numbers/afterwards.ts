import { canReach, isStep, stepsOf } from '../flow/flow.ts';
import type { Step } from '../flow/steps.ts';
import { sameKeys, valuesOf, type Value } from '../flow/values.ts';
import { Bounds } from './bounds.ts';
import type { Movement } from './movements.ts';

/** What was written is read again and held against zero on every way to a normal end: where it fell below, all is undone. */
export function isHeldAfterwards({ flow, step, item }: Movement): boolean {
  const { keys } = step.action;
  const isWritten = ({ read }: Value) => read?.item === item && sameKeys(read.keys, keys);
  const again = new Set(stepsOf(flow, 'read').flatMap(({ id, node }) => (id > step.id ? [node] : [])));
  const isTest = (other: Step): boolean => {
    if (!isStep(other, 'way')) return false;
    const bounds = new Bounds(other.action.facts);
    return other.action.facts
      .flatMap(valuesOf)
      .some((value) => isWritten(value) && again.has(value.node) && bounds.isAtLeast(value, 0n));
  };
  return canReach(step, (other) => isStep(other, 'exit'), isTest) === undefined;
}
