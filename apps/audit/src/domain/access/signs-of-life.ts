import { factsAt } from '../flow/dominance.ts';
import { isStep, stepsOf, type ContractModel, type Flow, type StepOf } from '../flow/flow.ts';
import type { Step } from '../flow/steps.ts';
import { hasOrigin, storageOrigins, valuesOf } from '../flow/values.ts';
import { once } from '../once.ts';
import { isUnasked } from './asked.ts';
import { isCompared } from './bare-writes.ts';
import { hasEffect } from './forks.ts';
import { isUnpaidEntry } from './ledger.ts';
import { isOpenEntry } from './privileged.ts';
import { ownedRecords } from './things.ts';

/**
 * A time that is noted by whoever likes, of somebody's thing (`seen[id] = now`) or of the one whose contract it is, and nothing else is
 * done: others wait for that time to be long ago, and wait for ever.
 */
export function openSigns(contract: ContractModel, flow: Flow): StepOf<'write'>[] {
  if (!isUnpaidEntry(flow) || flow.steps.some((step) => hasEffect(step) && !isSign(step) && !isTold(step)))
    return [];
  return stepsOf(flow, 'write').filter(
    (step) =>
      isSign(step) &&
      (step.action.keys.length === 0 ? !isCompared(flow, step) : isOfOwned(contract, step)) &&
      isUnasked(flow, step) &&
      !factsAt(flow, step)
        .flatMap(valuesOf)
        .some((value) => hasOrigin(value, 'block')) &&
      contract.flows.some((other) => other !== flow && isOpenEntry(other) && waitsFor(other, step)),
  );
}

const isSign = (step: Step): step is StepOf<'write'> =>
  isStep(step, 'write') &&
  step.action.value?.made === undefined &&
  hasOrigin(step.action.value, 'block') &&
  step.action.item.kind !== 'ArrayDB' &&
  step.action.keys.length <= 1 &&
  step.action.keys.every((key) => hasOrigin(key, 'parameter') && !hasOrigin(key, 'sender'));

/** An event keeps nothing. */
const isTold = (step: Step): boolean => isStep(step, 'event');

/** The contract keeps holders of things under keys of the same kind. */
const isOfOwned = (contract: ContractModel, { action: { keys } }: StepOf<'write'>): boolean =>
  ownedKeys(contract).has(keys[0]?.types ?? 0);

/** Of what type the keys are under which holders are kept. */
const ownedKeys = once(
  (contract: ContractModel): ReadonlySet<number> =>
    new Set(
      contract.flows.flatMap((flow) =>
        stepsOf(flow, 'read').flatMap(({ action: { item, keys } }) =>
          ownedRecords(contract).has(item) && keys[0] !== undefined ? [keys[0].types] : [],
        ),
      ),
    ),
);

const waitsFor = (flow: Flow, { action: { item } }: StepOf<'write'>): boolean =>
  stepsOf(flow, 'way').some(({ action }) =>
    action.facts.some((fact) => {
      const values = valuesOf(fact);
      return (
        values.some((value) => storageOrigins(value).includes(item)) &&
        values.some((value) => hasOrigin(value, 'block'))
      );
    }),
  );
