import { dominators, factsAt } from '../flow/dominance.ts';
import { stepsAfter, isStep, stepsOf, type ContractModel, type Flow, type StepOf } from '../flow/flow.ts';
import { itemsOfFlows } from '../flow/items-of-flows.ts';
import type { Step } from '../flow/steps.ts';
import { sameKeys, type StorageItem, type Value } from '../flow/values.ts';
import { questionsIn, type Question } from './let-through.ts';

/** Locks against coming back: tested, set to one constant, and set back to another before the same call ends. */
export const lockItems = itemsOfFlows(locksOf);

function locksOf(flow: Flow): StorageItem[] {
  const tested = new Set(stepsOf(flow, 'read').map(({ action }) => action.item));
  return stepsOf(flow, 'write').flatMap((step) => {
    const { item, value } = step.action;
    if (item.kind !== 'VarDB' || !tested.has(item) || !isFixed(value)) return [];
    const released = [...stepsAfter(step)].some(
      (later): later is StepOf<'write'> =>
        isStep(later, 'write') &&
        later.action.item === item &&
        isFixed(later.action.value) &&
        later.action.value?.shape !== value?.shape,
    );
    return released && !isMovedOn(flow, step) ? [item] : [];
  });
}

/** A constant, or nothing where the item is removed. */
const isFixed = (value: Value | undefined): boolean => value === undefined || value.constant !== undefined;

/**
 * A state that goes on from one to the next, `filled`, `empty`, `cancelled`: what is set first is let through as well, or none of what is
 * set behind is. A lock keeps out while it is taken, and is set free for whoever comes next.
 */
function isMovedOn(flow: Flow, step: StepOf<'write'>): boolean {
  const { item, value } = step.action;
  const asked = questionsOf(flow, step);
  if (asked.length === 0) return false;
  if (isLetThrough(asked, value, true) && !isLetThrough(asked, value, false)) return true;
  const later = [...stepsAfter(step)].filter(
    (each): each is StepOf<'write'> => isStep(each, 'write') && each.action.item === item,
  );
  return later.every(({ action }) => isLetThrough(asked, action.value, false));
}

/** Whether a step has gone on to another state already when it comes here, so that who comes back is turned away. */
export const isMovedOnBefore = (flow: Flow, call: Step, write: StepOf<'write'>): boolean =>
  dominators(flow, call).some(
    (above) =>
      isStep(above, 'write') &&
      above.id < call.id &&
      above.action.item === write.action.item &&
      sameKeys(above.action.keys, write.action.keys) &&
      isLetThrough(questionsOf(flow, above), above.action.value, false),
  );

/** What was asked of the place that is written, on every way here. */
const questionsOf = (flow: Flow, write: StepOf<'write'>): Question[] =>
  factsAt(flow, write)
    .flatMap(questionsIn)
    .filter(({ item, keys }) => item === write.action.item && sameKeys(keys, write.action.keys));

/** Whether one of the questions is known to let a value through, or with `false` to turn it away. */
const isLetThrough = (asked: readonly Question[], value: Value | undefined, answer: boolean): boolean => {
  const constant = value?.constant;
  return constant !== undefined && asked.some(({ lets }) => lets(constant) === answer);
};

/** Whether a lock is taken on the way to this step, and set free only behind it, or with the next transaction. */
export function isLocked(contract: ContractModel, flow: Flow, step: Step): boolean {
  const locks = lockItems(contract);
  return dominators(flow, step).some(
    (above) => isStep(above, 'write') && (locks.has(above.action.item) || isOncePerTransaction(flow, above)),
  );
}

/** `if last.get() == self.tx.hash: return`, and `last.set(self.tx.hash)`: who comes back does so in the same transaction. */
function isOncePerTransaction(flow: Flow, write: StepOf<'write'>): boolean {
  const { item, keys, value } = write.action;
  if (keys.length > 0 || value?.shape !== 'tx.hash') return false;
  return factsAt(flow, write).some(
    (fact) =>
      fact.kind === 'compare' &&
      (fact.operator === '!=' || fact.operator === 'is not') &&
      [fact.left, fact.right].some(({ shape }) => shape === 'tx.hash') &&
      [fact.left, fact.right].some(({ read }) => read?.item === item),
  );
}
