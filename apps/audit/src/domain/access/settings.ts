import { factsAt } from '../flow/dominance.ts';
import { isStep, stepsBefore, stepsOf, type ContractModel, type Flow, type StepOf } from '../flow/flow.ts';
import type { Step } from '../flow/steps.ts';
import { hasOrigin, storageOrigins, valuesOf, type StorageItem, type Value } from '../flow/values.ts';
import { isOnly, Type } from '../model/types.ts';
import { once } from '../once.ts';
import { isUnasked } from './asked.ts';
import { isQuestion } from './callee.ts';
import { guardsOf } from './authority.ts';
import { isTokenCallback, isUnpaidEntry } from './ledger.ts';
import { isOpenEntry } from './privileged.ts';

/**
 * Settings that everybody may change: one value of the whole contract, made of the arguments alone, that was given at install or that
 * other methods go by; or an argument as it is, that others read.
 */
export function openSettings(contract: ContractModel, flow: Flow): StepOf<'write'>[] {
  if (!isUnpaidEntry(flow)) return [];
  const users = usersOf(contract);
  // Written at install, or read by another method that changes something.
  const isSetting = (item: StorageItem) => [...(users.get(item) ?? [])].some((user) => user !== flow);
  return stepsOf(flow, 'write').filter((step) => {
    const { item, value, keys } = step.action;
    if (item.kind !== 'VarDB' || keys.length > 0 || value === undefined) return false;
    const isSet = isSetting(item)
      ? isBrought(value)
      : isTakenOver(value) && isReadElsewhere(contract, flow, item);
    return isSet && !isCompared(flow, step) && isUnasked(flow, step);
  });
}

/** Made of what the caller brings alone. */
const isBrought = (value: Value): boolean =>
  hasOrigin(value, 'parameter') && !hasOrigin(value, ...OWN, 'block', 'transaction', 'icx balance');

/** An argument or a part of it as it is: what only queries read may as well be the last result of a sum. */
const isTakenOver = (value: Value): boolean => /^(?:\w+\()?parameter [^()]+\)?$/.test(value.shape);

/** As `openSettings`, where the value is put in the place of the container itself (S01): nobody was asked there either. */
export function openRebinds(contract: ContractModel, flow: Flow): StepOf<'attribute'>[] {
  if (!isUnpaidEntry(flow)) return [];
  return stepsOf(flow, 'attribute').filter((step) => {
    const { how, name, value } = step.action;
    if (how !== 'set' || !hasOrigin(value, 'parameter') || hasOrigin(value, 'sender')) return false;
    return holdsContainer(contract, name) && isUnasked(flow, step);
  });
}

const holdsContainer = ({ flows }: ContractModel, name: string): boolean =>
  flows.some((flow) =>
    stepsOf(flow, 'attribute').some(
      ({ action }) => action.name === name && action.value.reference?.kind === 'container',
    ),
  );

/**
 * Records that everybody may write over: an entry under a key that the caller names, taken over from what the caller brings, whoever
 * wrote it before, and read elsewhere.
 */
export function openRecords(contract: ContractModel, flow: Flow): StepOf<'write'>[] {
  if (!isUnpaidEntry(flow)) return [];
  return stepsOf(flow, 'write').filter((step) => {
    const { item, value, keys } = step.action;
    if (item.kind !== 'DictDB' || value === undefined) return false;
    if (!hasOrigin(value, 'parameter') && !isMark(contract, flow, step)) return false;
    const isNamed = keys.some((key) => hasOrigin(key, 'parameter'));
    if (!isNamed || [...keys, value].some((part) => hasOrigin(part, ...OWN))) return false;
    return isUnasked(flow, step) && !isHeldBack(flow, step, item) && isReadElsewhere(contract, flow, item);
  });
}

/**
 * As `openRecords`, where the record becomes the caller's own: what somebody else stored or paid in under that key before is lost.
 */
export function replacedRecords(contract: ContractModel, flow: Flow): StepOf<'write'>[] {
  if (flow.entry.kind !== 'external' || isTokenCallback(flow)) return [];
  return stepsOf(flow, 'write').filter((step) => {
    const { item, value, keys } = step.action;
    if (item.kind !== 'DictDB' || !hasOrigin(value, 'sender', 'sent value')) return false;
    if (hasOrigin(value, 'storage', 'call') || !keys.some((key) => hasOrigin(key, 'parameter'))) return false;
    if (keys.some((key) => hasOrigin(key, ...OWN, 'block', 'transaction'))) return false;
    return isUnasked(flow, step) && !isAskedBefore(step, keys) && isUsedElsewhere(contract, flow, item);
  });
}

/** Something that is kept under the same key was looked at on some way here: whether it is free, for sale, still open. */
const isAskedBefore = (step: Step, keys: readonly Value[]): boolean =>
  [...stepsBefore(step)].some(
    ({ action }) =>
      action.kind === 'way' &&
      action.facts
        .flatMap(valuesOf)
        .some(({ read }) => read?.keys.some(({ shape }) => keys.some((key) => key.shape === shape)) === true),
  );

/** `states[id] = 'closed'`, where another method goes by what stands there: whoever likes moves anybody's record on. */
function isMark(contract: ContractModel, own: Flow, { action: { item, value } }: StepOf<'write'>): boolean {
  if (value?.constant === undefined) return false;
  return [...(decidedBy(contract).get(item) ?? [])].some((flow) => flow !== own);
}

/** Open entry points that go by what stands in an item: two of each at most, since one beside the own is enough. */
const decidedBy = once((contract: ContractModel): ReadonlyMap<StorageItem, ReadonlySet<Flow>> => {
  const flows = new Map<StorageItem, Set<Flow>>();
  for (const flow of contract.flows.filter(isOpenEntry))
    for (const { action } of stepsOf(flow, 'way'))
      for (const item of action.facts.flatMap(valuesOf).flatMap(storageOrigins)) {
        const known = flows.get(item) ?? new Set();
        if (known.size < 2) flows.set(item, known.add(flow));
      }
  return flows;
});

/** What stands under the caller's own name, or beside what was stored or answered, is no bare taking over. */
const OWN = ['sender', 'tx origin', 'sent value', 'storage', 'call'] as const;

const isReadElsewhere = ({ flows }: ContractModel, own: Flow, item: StorageItem): boolean =>
  flows.some((flow) => flow !== own && stepsOf(flow, 'read').some(({ action }) => action.item === item));

/**
 * Values of the whole contract that whoever likes sets back or moves on, at any time and without anything else: a switch, a round, a
 * height, by which other methods go.
 */
export function openSwitches(contract: ContractModel, flow: Flow): StepOf<'write'>[] {
  if (!isUnpaidEntry(flow) || flow.steps.some(isOfSomebody)) return [];
  return stepsOf(flow, 'write').filter((step) => {
    const { item, value } = step.action;
    if (item.kind !== 'VarDB' || !isOwnValue(value, item)) return false;
    return isUnasked(flow, step) && !isHeldBack(flow, step) && isReadElsewhere(contract, flow, item);
  });
}

/** Removed, a constant, or made of itself and constants. */
const isOwnValue = (value: Value | undefined, item: StorageItem): boolean =>
  value === undefined ||
  value.constant !== undefined ||
  (value.origins.size > 0 &&
    [...value.origins].every((origin) => origin.kind === 'storage' && origin.item === item));

/** Something is done for an account or a thing, or outside the contract. */
const isOfSomebody = (step: Step): boolean =>
  isStep(step, 'transfer') ||
  isStep(step, 'external') ||
  (isStep(step, 'write') && step.action.keys.length > 0);

/** Another method that changes something reads it. */
const isUsedElsewhere = (contract: ContractModel, own: Flow, item: StorageItem): boolean =>
  [...(usersOf(contract).get(item) ?? [])].some((user) => user !== own && user !== 'install');

/** A bid is held against the highest one before it takes its place. */
const isCompared = (flow: Flow, step: StepOf<'write'>): boolean =>
  factsAt(flow, step).some((fact) =>
    valuesOf(fact).some((value) => storageOrigins(value).includes(step.action.item)),
  );

/** Who has to do with each item: `install` writes it, an entry point that changes something reads it. */
const usersOf = once((contract: ContractModel): ReadonlyMap<StorageItem, ReadonlySet<Flow | 'install'>> => {
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
  return users;
});

const isChange = (step: Step): boolean =>
  isStep(step, 'write') || isStep(step, 'transfer') || (isStep(step, 'external') && !isQuestion(step));

/** Things that belong to an account each, and that everybody may give to whom they like: `owner_of[id] = to`. */
export function takenRecords(contract: ContractModel, flow: Flow): StepOf<'write'>[] {
  if (!isUnpaidEntry(flow)) return [];
  const records = ownedRecords(contract);
  return stepsOf(flow, 'write').filter((step) => {
    const { item, value, keys } = step.action;
    if (!records.has(item) || !keys.some((key) => hasOrigin(key, 'parameter'))) return false;
    return hasOrigin(value, 'parameter', 'sender') && !isCompared(flow, step) && isUnasked(flow, step);
  });
}

/** Records of addresses that the sender is held against: whoever stands there may do more with the thing. */
const ownedRecords = once((contract: ContractModel): ReadonlySet<StorageItem> => {
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
  return new Set(items);
});

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
    told.add(item);
    return true;
  });
}

/** Something is asked, else than of the list itself: a deadline, a state, what came along; of a record also what it was before. */
const isHeldBack = (flow: Flow, step: StepOf<'write'>, also?: StorageItem): boolean =>
  factsAt(flow, step)
    .flatMap(valuesOf)
    .some(
      (value) =>
        hasOrigin(value, 'block', 'transaction', 'call', 'sent value', 'icx balance') ||
        storageOrigins(value).some((item) => item === also || item !== step.action.item),
    );

const isFilledElsewhere = ({ flows }: ContractModel, own: Flow, item: StorageItem): boolean =>
  flows.some(
    (flow) =>
      flow !== own &&
      isOpenEntry(flow) &&
      stepsOf(flow, 'write').some(({ action }) => action.item === item && action.how === 'put'),
  );
