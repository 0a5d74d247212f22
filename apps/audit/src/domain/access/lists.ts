import { isStep, stepsOf, type ContractModel, type Flow, type StepOf } from '../flow/flow.ts';
import type { Step } from '../flow/steps.ts';
import { storageOrigins, type StorageItem, type Value } from '../flow/values.ts';
import { isOnly, Type } from '../model/types.ts';
import { isUnasked } from './asked.ts';
import { isHeldBack, isOfSomebody, isTakenOver } from './bare-writes.ts';
import { isQuestion } from './callee.ts';
import { changeOf, isUnpaidEntry } from './ledger.ts';
import { isOpenEntry } from './privileged.ts';
import { isUsedElsewhere } from './users.ts';

/**
 * Lists that everybody may lengthen by an account that they name, or by a method whose name says that it decides for others, and by which
 * other methods go; nothing else is done, so nobody pays for it or answers for it.
 */
export function openEntries(contract: ContractModel, flow: Flow): StepOf<'write'>[] {
  if (!isUnpaidEntry(flow)) return [];
  const writes = stepsOf(flow, 'write');
  return writes.filter((step) => {
    const { item, how, value } = step.action;
    if (item.kind !== 'ArrayDB' || how !== 'put' || value === undefined) return false;
    const isBeside = (other: Step) => other === step || isMarkOf(value, other);
    if (flow.steps.some((other) => !isBeside(other) && isOfSomebody(other))) return false;
    if (writes.some((other) => !isBeside(other) && other.action.item !== item)) return false;
    const isDecided = isOnly(value.types, Type.address) || DECIDES.test(flow.entry.fn.name);
    return isDecided && isTakenOver(value) && isUnasked(flow, step) && isUsedElsewhere(contract, flow, item);
  });
}

/** `is_helper[_helper] = True` beside `helpers.put(_helper)`. */
const isMarkOf = ({ shape }: Value, step: Step): boolean =>
  isStep(step, 'write') &&
  step.action.value?.constant === true &&
  step.action.keys.length === 1 &&
  step.action.keys[0]?.shape === shape;

/** Unlike `create`, `propose` or `post`, which are for everybody. */
const DECIDES = /^_*(?:set|approve|allow|grant|appoint|assign|authori[sz]e|permit|enable|white)/i;

/** Lists that other methods fill, and that whoever likes empties at any time. */
export function emptiedLists(contract: ContractModel, flow: Flow): StepOf<'write'>[] {
  if (!isUnpaidEntry(flow)) return [];
  const told = new Set<StorageItem>();
  return stepsOf(flow, 'write').filter((step) => {
    const { item, how } = step.action;
    if (item.kind !== 'ArrayDB' || how !== 'pop' || step.loops.length === 0 || told.has(item)) return false;
    if (stepsOf(flow, 'write').some((write) => write.action.item === item && write.action.how !== 'pop'))
      return false;
    if (!isUnasked(flow, step) || isHeldBack(flow, step) || !isFilledElsewhere(contract, flow, item))
      return false;
    if (isSettled(flow, item)) return false;
    told.add(item);
    return true;
  });
}

/** Those on the list get what they wait for before they are taken off it: whoever calls only pushes this on. */
const isSettled = (flow: Flow, item: StorageItem): boolean =>
  flow.steps.some((step) => receiversOf(step).some((to) => storageOrigins(to).includes(item)));

function receiversOf(step: Step): readonly Value[] {
  if (isStep(step, 'transfer')) return [step.action.to];
  if (isStep(step, 'external')) return isQuestion(step) ? [] : step.action.args;
  return isStep(step, 'write') && changeOf(step)?.direction === 'up' ? step.action.keys : [];
}

const isFilledElsewhere = ({ flows }: ContractModel, own: Flow, item: StorageItem): boolean =>
  flows.some(
    (flow) =>
      flow !== own &&
      isOpenEntry(flow) &&
      stepsOf(flow, 'write').some(({ action }) => action.item === item && action.how === 'put'),
  );
