import { factsAt } from '../flow/dominance.ts';
import { stepsOf, type ContractModel, type Flow, type StepOf } from '../flow/flow.ts';
import type { Step } from '../flow/steps.ts';
import { stepsOnWaysWithout } from '../flow/ways.ts';
import { hasOrigin, sameKeys, valuesOf, type Fact, type StorageRead, type Value } from '../flow/values.ts';
import { amountOf } from './repetition.ts';

/**
 * What is had again after a while (`now - last[sender] >= day`), where the time is noted on some ways only: on the others it can be had
 * again at once.
 */
export const unnotedTimes = (contract: ContractModel, flow: Flow): Step[] =>
  flow.steps.filter((step) => {
    if (amountOf(contract, step) === undefined) return false;
    const asked = factsAt(flow, step).flatMap(timesAsked);
    return asked.some((time) => {
      const notes = stepsOf(flow, 'write').filter((write) => isNoted(write, time));
      return (
        notes.length > 0 && stepsOnWaysWithout(flow, (each) => notes.some((note) => note === each)).has(step)
      );
    });
  });

/** Times that are kept under a key, and taken off the present one. */
function timesAsked(fact: Fact): StorageRead[] {
  if (fact.kind === 'one of') return fact.choices.flat().flatMap(timesAsked);
  return valuesOf(fact).flatMap(({ made }) =>
    made?.operator === '-' && hasOrigin(made.left, 'block') && isKeyed(made.right) ? [made.right.read] : [],
  );
}

const isKeyed = (value: Value): value is Value & { readonly read: StorageRead } =>
  value.read !== undefined && value.read.keys.length > 0;

const isNoted = ({ action: { item, keys, value } }: StepOf<'write'>, time: StorageRead): boolean =>
  item === time.item && sameKeys(keys, time.keys) && hasOrigin(value, 'block');
