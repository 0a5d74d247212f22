import { stepsOf, type ContractModel, type Flow, type StepOf } from '../flow/flow.ts';
import { hasOrigin, storageOrigins, type StorageItem, type Value } from '../flow/values.ts';
import { once } from '../once.ts';
import { changeOf, isPermission, isUnbacked, isUnpaidEntry } from './ledger.ts';
import { sumsOf } from './money.ts';

/**
 * Sums by which the contract pays (a prize, a reward for each share) that whoever likes raises by as much as they say: nothing comes in
 * for it, and nothing else becomes less.
 */
export function openGains(contract: ContractModel, flow: Flow): StepOf<'write'>[] {
  if (!isUnpaidEntry(flow)) return [];
  const changes = stepsOf(flow, 'write').flatMap((step) => changeOf(step) ?? []);
  if (changes.some(({ direction }) => direction === 'down')) return [];
  return changes.flatMap(({ step, by }) =>
    hasOrigin(by, 'parameter') &&
    decides(contract, step) &&
    !isPermission(contract, step) &&
    isUnbacked(flow, by, step)
      ? [step]
      : [],
  );
}

/** It is paid by, or what somebody is owed grows by it. */
const decides = (contract: ContractModel, { action: { item, keys } }: StepOf<'write'>): boolean =>
  gainsOf(contract).get(item)?.has(patternOf(keys)) === true ||
  (sumsOf(contract).has(item) && !/\bstring /.test(patternOf(keys)));

/** What goes into a rise of sums by which the contract pays, and under keys of what form it was read there. */
const gainsOf = once((contract: ContractModel): ReadonlyMap<StorageItem, ReadonlySet<string>> => {
  const gains = new Map<StorageItem, Set<string>>();
  for (const flow of contract.flows) {
    const items = new Set(raisesOf(contract, flow).flatMap(storageOrigins));
    for (const { action } of items.size === 0 ? [] : stepsOf(flow, 'read'))
      if (items.has(action.item))
        gains.set(action.item, (gains.get(action.item) ?? new Set()).add(patternOf(action.keys)));
  }
  return gains;
});

/** By how much an account's sums rise in a flow. */
const raisesOf = (contract: ContractModel, flow: Flow): Value[] =>
  stepsOf(flow, 'write').flatMap((step) => {
    const isOwed = step.action.keys.length > 0 && sumsOf(contract).has(step.action.item);
    const change = isOwed ? changeOf(step) : undefined;
    return change?.direction === 'up' ? [change.by] : [];
  });

/** Keys without what differs from call to call: of one dictionary for many things, `gauge|weight` is another one than `gauge|paid`. */
const patternOf = (keys: readonly Value[]): string =>
  keys.map(({ shape }) => shape.replaceAll(/#\d+|parameter \w+|msg\.sender/g, '*')).join();
