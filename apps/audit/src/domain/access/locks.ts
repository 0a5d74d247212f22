import { dominators } from '../flow/dominance.ts';
import { stepsAfter, isStep, stepsOf, type ContractModel, type Flow } from '../flow/flow.ts';
import type { Step } from '../flow/steps.ts';
import type { StorageItem, Value } from '../flow/values.ts';
import { once } from '../once.ts';

/** Locks against coming back: tested, set to one constant, and set back to another before the same call ends. */
export const lockItems = once(
  ({ flows }: ContractModel): ReadonlySet<StorageItem> => new Set(flows.flatMap(locksOf)),
);

function locksOf(flow: Flow): StorageItem[] {
  const tested = new Set(stepsOf(flow, 'read').map(({ action }) => action.item));
  return stepsOf(flow, 'write').flatMap((step) => {
    const { item, value } = step.action;
    if (item.kind !== 'VarDB' || !tested.has(item) || !isFixed(value)) return [];
    const released = [...stepsAfter(step)].some(
      (later) =>
        isStep(later, 'write') &&
        later.action.item === item &&
        isFixed(later.action.value) &&
        later.action.value?.shape !== value?.shape,
    );
    return released ? [item] : [];
  });
}

/** A constant, or nothing where the item is removed. */
const isFixed = (value: Value | undefined): boolean => value === undefined || value.constant !== undefined;

/** Whether a lock is taken on the way to this step, and set free only behind it. */
export function isLocked(contract: ContractModel, flow: Flow, step: Step): boolean {
  const locks = lockItems(contract);
  return dominators(flow, step).some((above) => isStep(above, 'write') && locks.has(above.action.item));
}
