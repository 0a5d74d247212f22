import { isStep, stepsBefore, type ContractModel, type Flow, type StepOf } from '../flow/flow.ts';
import { storageOrigins, type StorageItem } from '../flow/values.ts';
import { decidingItems, writesBehind } from './behind-call.ts';
import { takesOver, type Outgoing } from './callee.ts';
import { isForFew } from './few.ts';
import { isLocked, lockItems } from './locks.ts';

/** Whether somebody who means harm can be in the middle of this call and call the contract again. */
export const isReentrant = (contract: ContractModel, flow: Flow, call: Outgoing): boolean =>
  takesOver(call) && !isLocked(contract, flow, call) && !isForFew(contract, flow, call);

/** A write behind the call to what was read before it, where that decided about the call or about what is written. */
export function lateWrite(contract: ContractModel, flow: Flow, call: Outgoing): StepOf<'write'> | undefined {
  const before = new Set<StorageItem>();
  for (const step of stepsBefore(call))
    if (isStep(step, 'read') && step.id < call.id) before.add(step.action.item);
  const deciding = decidingItems(flow, call);
  return writesBehind(flow, call).find(({ action: { item, value } }) => {
    if (!before.has(item) || lockItems(contract).has(item)) return false;
    return deciding.has(item) || (value !== undefined && storageOrigins(value).includes(item));
  });
}
