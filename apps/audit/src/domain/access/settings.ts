import { factsAt } from '../flow/dominance.ts';
import { isStep, stepsOf, type ContractModel, type Flow, type StepOf } from '../flow/flow.ts';
import type { Step } from '../flow/steps.ts';
import { hasOrigin, storageOrigins, valuesOf, type StorageItem } from '../flow/values.ts';
import { isOnly, Type } from '../model/types.ts';
import { isUnasked } from './asked.ts';
import { isQuestion } from './callee.ts';
import { guardsOf } from './authority.ts';
import { isTokenCallback } from './ledger.ts';
import { isOpenEntry } from './privileged.ts';

/**
 * Settings that everybody may change: one value of the whole contract, taken over from an argument as it is, that was given at
 * install or that other methods go by.
 */
export function openSettings(contract: ContractModel, flow: Flow): StepOf<'write'>[] {
  if (flow.entry.kind !== 'external' || flow.entry.payable || isTokenCallback(flow)) return [];
  const users = usersOf(contract);
  // Written at install, or read by another method that changes something.
  const isSetting = (item: StorageItem) => [...(users.get(item) ?? [])].some((user) => user !== flow);
  return stepsOf(flow, 'write').filter((step) => {
    const { item, value, keys } = step.action;
    if (item.kind !== 'VarDB' || keys.length > 0 || value === undefined || !isSetting(item)) return false;
    const isTakenOver = /^(?:\w+\()?parameter \w+\)?$/.test(value.shape);
    return isTakenOver && !isCompared(flow, step) && isUnasked(flow, step);
  });
}

/** A bid is held against the highest one before it takes its place. */
const isCompared = (flow: Flow, step: StepOf<'write'>): boolean =>
  factsAt(flow, step).some((fact) =>
    valuesOf(fact).some((value) => storageOrigins(value).includes(step.action.item)),
  );

const known = new WeakMap<ContractModel, ReadonlyMap<StorageItem, ReadonlySet<Flow | 'install'>>>();

/** Who has to do with each item: `install` writes it, an entry point that changes something reads it. */
function usersOf(contract: ContractModel): ReadonlyMap<StorageItem, ReadonlySet<Flow | 'install'>> {
  const found = known.get(contract);
  if (found !== undefined) return found;
  const users = new Map<StorageItem, Set<Flow | 'install'>>();
  const add = (item: StorageItem, user: Flow | 'install') => {
    users.set(item, (users.get(item) ?? new Set()).add(user));
  };
  for (const flow of contract.flows) {
    if (flow.entry.kind === 'install')
      for (const { action } of stepsOf(flow, 'write')) add(action.item, 'install');
    if (isOpenEntry(flow) && flow.steps.some(isChange))
      for (const { action } of stepsOf(flow, 'read')) add(action.item, flow);
  }
  known.set(contract, users);
  return users;
}

const isChange = (step: Step): boolean =>
  isStep(step, 'write') || isStep(step, 'transfer') || (isStep(step, 'external') && !isQuestion(step));

/** Things that belong to an account each, and that everybody may give to whom they like: `owner_of[id] = to`. */
export function takenRecords(contract: ContractModel, flow: Flow): StepOf<'write'>[] {
  if (flow.entry.kind !== 'external' || flow.entry.payable || isTokenCallback(flow)) return [];
  const records = ownedRecords(contract);
  return stepsOf(flow, 'write').filter((step) => {
    const { item, value, keys } = step.action;
    if (!records.has(item) || !keys.some((key) => hasOrigin(key, 'parameter'))) return false;
    return hasOrigin(value, 'parameter', 'sender') && !isCompared(flow, step) && isUnasked(flow, step);
  });
}

const owned = new WeakMap<ContractModel, ReadonlySet<StorageItem>>();

/** Records of addresses that the sender is held against: whoever stands there may do more with the thing. */
function ownedRecords(contract: ContractModel): ReadonlySet<StorageItem> {
  const found = owned.get(contract);
  if (found !== undefined) return found;
  const items = contract.flows
    .filter(isOpenEntry)
    .flatMap((flow) =>
      stepsOf(flow, 'way').flatMap(({ action }) =>
        action.facts
          .flatMap(guardsOf)
          .flatMap(({ kind, against, inverted }) =>
            kind === 'entitlement' &&
            against.kind === 'storage' &&
            !inverted &&
            isOnly(against.item.valueType, Type.address)
              ? [against.item]
              : [],
          ),
      ),
    );
  const made = new Set(items);
  owned.set(contract, made);
  return made;
}

/** Lists that other methods fill, and that whoever likes empties at any time. */
export function emptiedLists(contract: ContractModel, flow: Flow): StepOf<'write'>[] {
  if (flow.entry.kind !== 'external' || flow.entry.payable || isTokenCallback(flow)) return [];
  const told = new Set<StorageItem>();
  return stepsOf(flow, 'write').filter((step) => {
    const { item, how } = step.action;
    if (item.kind !== 'ArrayDB' || how !== 'pop' || step.loops.length === 0 || told.has(item)) return false;
    if (stepsOf(flow, 'write').some((write) => write.action.item === item && write.action.how !== 'pop'))
      return false;
    if (!isUnasked(flow, step) || isHeldBack(flow, step) || !isFilledElsewhere(contract, flow, item))
      return false;
    told.add(item);
    return true;
  });
}

/** Something else than the list itself is asked: a deadline, a state, what came along. */
const isHeldBack = (flow: Flow, step: StepOf<'write'>): boolean =>
  factsAt(flow, step)
    .flatMap(valuesOf)
    .some(
      (value) =>
        hasOrigin(value, 'block', 'transaction', 'call', 'sent value', 'icx balance') ||
        storageOrigins(value).some((item) => item !== step.action.item),
    );

const isFilledElsewhere = ({ flows }: ContractModel, own: Flow, item: StorageItem): boolean =>
  flows.some(
    (flow) =>
      flow !== own &&
      isOpenEntry(flow) &&
      stepsOf(flow, 'write').some(({ action }) => action.item === item && action.how === 'put'),
  );
