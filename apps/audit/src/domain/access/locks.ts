import { dominators, factsAt } from '../flow/dominance.ts';
import { stepsAfter, isStep, stepsOf, type ContractModel, type Flow, type StepOf } from '../flow/flow.ts';
import { itemsOfFlows } from '../flow/items-of-flows.ts';
import type { Step } from '../flow/steps.ts';
import { sameKeys, type Fact, type StorageItem, type Value } from '../flow/values.ts';
import { questionsIn } from './let-through.ts';

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
  const { item, keys, value } = step.action;
  const asked = factsAt(flow, step)
    .flatMap(questionsIn)
    .filter((question) => question.item === item && sameKeys(question.keys, keys));
  if (asked.length === 0) return false;
  const isLetIn = (constant: Constant, answer: boolean) =>
    constant !== undefined && asked.some(({ lets }) => lets(constant) === answer);
  if (isLetIn(value?.constant, true) && !isLetIn(value?.constant, false)) return true;
  const later = [...stepsAfter(step)].filter(
    (each): each is StepOf<'write'> => isStep(each, 'write') && each.action.item === item,
  );
  return later.every(({ action }) => isLetIn(action.value?.constant, false));
}

/** Whether a step has gone on to another state already when it comes here, so that who comes back is turned away. */
export const isMovedOnBefore = (flow: Flow, call: Step, write: StepOf<'write'>): boolean =>
  dominators(flow, call).some(
    (above) =>
      isStep(above, 'write') &&
      above.id < call.id &&
      above.action.item === write.action.item &&
      sameKeys(above.action.keys, write.action.keys) &&
      constantsAsked(flow, above).length > 0 &&
      isOther(above.action.value?.constant, constantsAsked(flow, above)),
  );

type Constant = Value['constant'];

const isOther = (constant: Constant, asked: readonly Constant[]): boolean =>
  constant !== undefined && !asked.includes(constant);

const constantsAsked = (flow: Flow, write: StepOf<'write'>): Constant[] =>
  factsAt(flow, write).flatMap((fact) => constantsIn(fact, write));

/** What the place that is written must hold, where a constant was asked for, or one of several (`state in ('sent', 'seen')`). */
function constantsIn(fact: Fact, { action: { item, keys } }: StepOf<'write'>): Constant[] {
  if (fact.kind !== 'compare') return [];
  const { operator, left, right } = fact;
  const isPlace = ({ read }: Value) => read?.item === item && sameKeys(read.keys, keys);
  const given = isPlace(left) ? right : operator === '==' && isPlace(right) ? left : undefined;
  if (operator === 'in') return isPlace(left) ? constantsOf(right.items ?? []) : [];
  return operator === '==' && given !== undefined ? constantsOf([given]) : [];
}

/** All of them, or none where one is not written out. */
const constantsOf = (values: readonly Value[]): Constant[] =>
  values.every(({ constant }) => constant !== undefined) ? values.map(({ constant }) => constant) : [];

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
