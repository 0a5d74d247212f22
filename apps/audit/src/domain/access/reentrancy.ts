import { dominators } from '../flow/dominance.ts';
import { isStep, stepsBefore, stepsOf, type ContractModel, type Flow, type StepOf } from '../flow/flow.ts';
import { isSamePlace, storageOrigins, valuesOf } from '../flow/values.ts';
import { decidingItems, writesBehind } from './behind-call.ts';
import { takesOver, type Outgoing } from './callee.ts';
import { isForFew } from './few.ts';
import { changeOf } from './ledger.ts';
import { isLocked, isMovedOnBefore, lockItems } from './locks.ts';

/** Whether somebody who means harm can be in the middle of this call and call the contract again. */
export const isReentrant = (contract: ContractModel, flow: Flow, call: Outgoing): boolean =>
  takesOver(call) && !isLocked(contract, flow, call) && !isForFew(contract, flow, call);

/** Writes behind the call to what was read before it, where that decided about the call or about what is written. */
export function lateWrites(contract: ContractModel, flow: Flow, call: Outgoing): StepOf<'write'>[] {
  const before = [...stepsBefore(call)].filter(
    (step): step is StepOf<'read'> => isStep(step, 'read') && step.id < call.id,
  );
  const deciding = decidingItems(flow, call);
  return writesBehind(flow, call).filter((write) => {
    const { item, value } = write.action;
    const known = before.filter((read) => read.action.item === item);
    if (known.length === 0 || lockItems(contract).has(item)) return false;
    if (!known.some((read) => isSamePlace(read.action, write.action)) && isReadAnew(flow, call, write))
      return false;
    if (isBegunAnew(flow, call, write) || isMovedOnBefore(flow, call, write)) return false;
    return deciding.has(item) || (value !== undefined && storageOrigins(value).includes(item));
  });
}

/** What is written was read behind the call, and not before it. */
export const isReadAnew = (flow: Flow, call: Outgoing, write: StepOf<'write'>): boolean =>
  stepsOf(flow, 'read').some(
    (read) => read.id > call.id && read.id < write.id && isSamePlace(read.action, write.action),
  );

/**
 * What was read before the call was also written before it, and all begins anew behind it: `move(sender, a, 9)`, then `move(sender, b, 1)`.
 * What is taken off was held against what was read behind the call.
 */
function isBegunAnew(flow: Flow, call: Outgoing, write: StepOf<'write'>): boolean {
  const change = changeOf(write);
  if (change === undefined || storageOrigins(change.by).includes(write.action.item)) return false;
  const settled = stepsOf(flow, 'write').some(
    (other) =>
      other.id < call.id && isSamePlace(other.action, write.action) && dominators(flow, call).includes(other),
  );
  return (
    settled && isReadAnew(flow, call, write) && (change.direction === 'up' || isHeldAnew(flow, call, write))
  );
}

/** A test behind the call, and on every way to the write, of what is kept at its place. */
const isHeldAnew = (flow: Flow, call: Outgoing, write: StepOf<'write'>): boolean =>
  dominators(flow, write).some(
    (step) =>
      step.id > call.id &&
      isStep(step, 'way') &&
      step.action.facts
        .flatMap(valuesOf)
        .some(({ read }) => read !== undefined && isSamePlace(read, write.action)) &&
      stepsOf(flow, 'read').some(
        (read) => read.id > call.id && read.id < step.id && isSamePlace(read.action, write.action),
      ),
  );
