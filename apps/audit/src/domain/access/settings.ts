import { factsAt } from '../flow/dominance.ts';
import { stepsOf, type ContractModel, type Flow, type StepOf } from '../flow/flow.ts';
import { hasOrigin, storageOrigins, type StorageItem, type Value } from '../flow/values.ts';
import { isUnasked } from './asked.ts';
import { isCompared, isHeldBack, isOfSomebody, isOwnValue, isTakenOver } from './bare-writes.ts';
import { factsBehind } from './behind-choice.ts';
import { changeOf, isTokenCallback, isUnpaidEntry } from './ledger.ts';
import { isPassedByPaying } from './passed-again.ts';
import { isReadElsewhere, isUsedElsewhere, usersOf } from './users.ts';

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
    const { item, value } = step.action;
    if (value === undefined || !isOneOfAll(step)) return false;
    const isSet = isSetting(item)
      ? isBrought(value, item)
      : isTakenOver(value) && isReadElsewhere(contract, flow, item) && !isOneOfWritten(flow, step);
    return isSet && !isCompared(flow, step) && isUnasked(flow, step);
  });
}

/** `if colour not in ('red', 'green'): revert`, of what nothing goes by: a switch for everybody to play with. */
const isOneOfWritten = (flow: Flow, step: StepOf<'write'>): boolean =>
  factsAt(flow, step).some(
    (fact) =>
      fact.kind === 'compare' &&
      fact.operator === 'in' &&
      fact.left.shape === step.action.value?.shape &&
      fact.right.items?.every(({ constant }) => constant !== undefined) === true,
  );

/**
 * As `openSettings`, where the call costs something: whoever pays sets it anew at any time, since nothing that is asked keeps a second
 * one out. What is handed over against a price, or begins a round that ends, is held back by what is stored of it.
 */
export function paidSettings(contract: ContractModel, flow: Flow): StepOf<'write'>[] {
  if (flow.entry.kind !== 'external' || !flow.entry.payable || isTokenCallback(flow)) return [];
  return stepsOf(flow, 'write').filter((step) => {
    const { item, value } = step.action;
    if (value === undefined || !isOneOfAll(step) || !isBrought(value, item)) return false;
    if (!isUsedElsewhere(contract, flow, item) || isCompared(flow, step) || !isUnasked(flow, step))
      return false;
    return factsBehind(flow, step).every((fact) => isPassedByPaying(flow, fact));
  });
}

/** One value of the whole contract: of a dictionary or below a prefix, under a key that is written out. */
const isOneOfAll = ({ action: { item, keys } }: StepOf<'write'>): boolean =>
  item.kind !== 'ArrayDB' && keys.every(({ constant }) => constant !== undefined);

/** Made of what the caller brings alone, perhaps in the contract's own units: `_least * 10 ** self._decimals.get()`. */
const isBrought = (value: Value, item: StorageItem): boolean =>
  hasOrigin(value, 'parameter') &&
  !hasOrigin(value, 'sender', 'tx origin', 'sent value', 'call', 'block', 'transaction', 'icx balance') &&
  storageOrigins(value).every(
    (other) => other !== item && other.kind === 'VarDB' && value.made?.operator === '*',
  );

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
 * Values of the whole contract that whoever likes sets back or moves on, at any time and without anything else: a switch, a round, a
 * height, by which other methods go.
 */
export function openSwitches(contract: ContractModel, flow: Flow): StepOf<'write'>[] {
  if (!isUnpaidEntry(flow) || flow.steps.some(isOfSomebody)) return [];
  return stepsOf(flow, 'write').filter((step) => {
    const { item, value } = step.action;
    if (item.kind !== 'VarDB' || !isOwnValue(value, item)) return false;
    if (isCountedUp(step) || !isUnasked(flow, step) || isHeldBack(flow, step)) return false;
    return isReadElsewhere(contract, flow, item);
  });
}

/** The next number of something, or how often something was done. */
const isCountedUp = (step: StepOf<'write'>): boolean => changeOf(step)?.by.constant === 1n;
