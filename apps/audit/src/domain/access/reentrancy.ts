import { isStep, stepsBefore, stepsOf, type ContractModel, type Flow, type StepOf } from '../flow/flow.ts';
import { storageOrigins } from '../flow/values.ts';
import { decidingItems, writesBehind } from './behind-call.ts';
import { takesOver, type Outgoing } from './callee.ts';
import { isForFew } from './few.ts';
import { isLocked, lockItems } from './locks.ts';

/** Whether somebody who means harm can be in the middle of this call and call the contract again. */
export const isReentrant = (contract: ContractModel, flow: Flow, call: Outgoing): boolean =>
  takesOver(call) && !isLocked(contract, flow, call) && !isForFew(contract, flow, call);

/** A write behind the call to what was read before it, where that decided about the call or about what is written. */
export function lateWrite(contract: ContractModel, flow: Flow, call: Outgoing): StepOf<'write'> | undefined {
  const before = [...stepsBefore(call)].filter(
    (step): step is StepOf<'read'> => isStep(step, 'read') && step.id < call.id,
  );
  const deciding = decidingItems(flow, call);
  return writesBehind(flow, call).find((write) => {
    const { item, value } = write.action;
    const known = before.filter((read) => read.action.item === item);
    if (known.length === 0 || lockItems(contract).has(item)) return false;
    if (!known.some((read) => isSamePlace(read, write)) && isReadAnew(flow, call, write)) return false;
    return deciding.has(item) || (value !== undefined && storageOrigins(value).includes(item));
  });
}

/** What is written was read behind the call, and not before it. */
export const isReadAnew = (flow: Flow, call: Outgoing, write: StepOf<'write'>): boolean =>
  stepsOf(flow, 'read').some((read) => read.id > call.id && read.id < write.id && isSamePlace(read, write));

const isSamePlace = ({ action: read }: StepOf<'read'>, { action: write }: StepOf<'write'>): boolean =>
  read.item === write.item &&
  read.keys.length === write.keys.length &&
  read.keys.every(({ shape }, place) => shape === write.keys[place]?.shape);
