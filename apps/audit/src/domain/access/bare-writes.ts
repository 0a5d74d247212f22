import { factsAt } from '../flow/dominance.ts';
import { isStep, type Flow, type StepOf } from '../flow/flow.ts';
import type { Step } from '../flow/steps.ts';
import { hasOrigin, storageOrigins, valuesOf, type StorageItem, type Value } from '../flow/values.ts';

/** What stands under the caller's own name, or beside what was stored or answered, is no bare taking over. */
export const OWN = ['sender', 'tx origin', 'sent value', 'storage', 'call'] as const;

/** An argument or a part of it as it is: what only queries read may as well be the last result of a sum. */
export const isTakenOver = (value: Value): boolean => /^(?:\w+\()?parameter [^()]+\)?$/.test(value.shape);

/** Something is done for an account or a thing, or outside the contract. */
export const isOfSomebody = (step: Step): boolean =>
  isStep(step, 'transfer') ||
  isStep(step, 'external') ||
  (isStep(step, 'write') && step.action.keys.length > 0);

/** A bid is held against the highest one before it takes its place. */
export const isCompared = (flow: Flow, step: StepOf<'write'>): boolean =>
  factsAt(flow, step).some((fact) =>
    valuesOf(fact).some((value) => storageOrigins(value).includes(step.action.item)),
  );

/** Something is asked, else than of the list itself: a deadline, a state, what came along; of a record also what it was before. */
export const isHeldBack = (flow: Flow, step: StepOf<'write'>, also?: StorageItem): boolean =>
  factsAt(flow, step)
    .flatMap(valuesOf)
    .some(
      (value) =>
        hasOrigin(value, 'block', 'transaction', 'call', 'sent value', 'icx balance') ||
        storageOrigins(value).some((item) => item === also || item !== step.action.item),
    );
