import { isOpenEntry } from '../access/privileged.ts';
import { stepsOf, type ContractModel, type Flow, type StepOf } from '../flow/flow.ts';
import type { Step } from '../flow/steps.ts';
import type { StorageItem, StorageRead, Value } from '../flow/values.ts';
import { once } from '../once.ts';
import type { Bounds } from './bounds.ts';
import { linearOf } from './linear.ts';
import { movementsOf, type Movement } from './movements.ts';

/**
 * Whether a number is the total of entries of which one is known to be more than nothing here: `shares[sender] >= amount > 0`, where
 * every method that raises an entry raises the total by as much, and the total is lowered by what an entry is lowered by.
 */
export const isTotalOfSome = (
  contract: ContractModel,
  flow: Flow,
  step: Step,
  total: Value,
  bounds: Bounds,
): boolean => {
  const { read } = total;
  if (read === undefined || read.how === 'length') return false;
  // The last one leaves, and then the rest is shared out among nobody.
  if (writesIn(flow, read.item).some(({ id }) => id < step.id)) return false;
  return stepsOf(flow, 'read').some(
    ({ id, action: { item, value } }) =>
      id < step.id &&
      item !== read.item &&
      value?.read !== undefined &&
      isEntryOf(value.read, read) &&
      bounds.isAtLeast(value, 1n) &&
      isSum(contract, read.item, item),
  );
};

/** It has all the keys of the total, and another one beside them. */
const isEntryOf = (entry: StorageRead, total: StorageRead): boolean =>
  entry.how === 'item' &&
  entry.keys.length > total.keys.length &&
  total.keys.every(({ shape }) => entry.keys.some((key) => key.shape === shape));

/** Whether one number is never less than the entries of a record together. */
function isSum(contract: ContractModel, total: StorageItem, entries: StorageItem): boolean {
  const known = sumsIn(contract).get(total) ?? new Map<StorageItem, boolean>();
  sumsIn(contract).set(total, known);
  const answer = known.get(entries) ?? contract.flows.every((flow) => keepsSum(flow, total, entries));
  known.set(entries, answer);
  return answer;
}

/** What was answered before, by total and entries. */
const sumsIn = once((_contract: ContractModel) => new Map<StorageItem, Map<StorageItem, boolean>>());

function keepsSum(flow: Flow, total: StorageItem, entries: StorageItem): boolean {
  if (!isOpenEntry(flow)) return true;
  return (
    stepsOf(flow, 'write').every(({ action: { item } }) => item !== total && item !== entries) ||
    (writesIn(flow, entries).every((write) => isCounted(flow, write, total)) &&
      writesIn(flow, total).every((write) => isGone(flow, write, entries)))
  );
}

const writesIn = (flow: Flow, item: StorageItem): StepOf<'write'>[] =>
  stepsOf(flow, 'write').filter(({ action }) => action.item === item);

const movementBy = (flow: Flow, write: StepOf<'write'>): Movement | undefined =>
  movementsOf(flow).find(({ step }) => step === write);

/** An entry falls away, becomes less, or more by what the total becomes more. */
function isCounted(flow: Flow, write: StepOf<'write'>, total: StorageItem): boolean {
  if (isNothing(write)) return true;
  const movement = movementBy(flow, write);
  if (movement === undefined) return false;
  return (
    isLess(movement) ||
    movementsOf(flow).some(({ item, ...other }) => item === total && amountOf(other) === amountOf(movement))
  );
}

/** The total becomes more, or less by what an entry becomes less. */
function isGone(flow: Flow, write: StepOf<'write'>, entries: StorageItem): boolean {
  const movement = movementBy(flow, write);
  if (movement === undefined) return false;
  if (isMore(movement)) return true;
  const isWhole = movement.amounts.every(({ value }) => value.read?.item === entries);
  return (
    (isWhole && writesIn(flow, entries).some(isNothing)) ||
    movementsOf(flow).some(({ item, ...other }) => item === entries && amountOf(other) === amountOf(movement))
  );
}

const isNothing = ({ action: { how, value } }: StepOf<'write'>): boolean =>
  how === 'remove' || value?.constant === 0n;

const isMore = ({ amounts, value }: Movement): boolean =>
  amounts.every(({ factor }) => factor > 0n) && linearOf(value).constant >= 0n;

const isLess = ({ amounts, value }: Movement): boolean =>
  amounts.every(({ factor }) => factor < 0n) && linearOf(value).constant <= 0n;

/** By how much something is moved, as a text that equals that of no other amount. */
const amountOf = ({ amounts, value }: Pick<Movement, 'amounts' | 'value'>): string =>
  [
    ...amounts.map(({ factor, value: { shape } }) => `${factor} ${shape}`).toSorted(),
    linearOf(value).constant,
  ].join(', ');
