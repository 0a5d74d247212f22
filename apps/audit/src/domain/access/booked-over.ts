import { stepsOf, type ContractModel, type Flow, type StepOf } from '../flow/flow.ts';
import { itemsOfFlows } from '../flow/items-of-flows.ts';
import { sameKeys, type StorageItem, type Value } from '../flow/values.ts';
import { isNamedAccount } from './accounts.ts';
import { isUnasked } from './asked.ts';
import { guardsAt } from './authority.ts';
import { changeOf, isUnpaidEntry, spendable } from './ledger.ts';
import { isOfSender } from './of-sender.ts';
import { isOfOthers, partsOf } from './outflow.ts';
import { isOpenEntry } from './privileged.ts';
import { ownedRecords } from './things.ts';

/**
 * What is kept for a thing (the size of an order) and that whoever likes has booked to an account that they name, which can spend it: other
 * methods ask for the holder of the thing before they give it back.
 */
export function bookedOver(contract: ContractModel, flow: Flow): StepOf<'write'>[] {
  if (!isUnpaidEntry(flow) || flow.steps.some(isOfSender)) return [];
  const money = spendable(contract);
  const kept = keptForHolders(contract);
  return stepsOf(flow, 'write').filter((step) => {
    const { item, keys } = step.action;
    const to = keys.find(isNamedAccount);
    const change = changeOf(step);
    if (to === undefined || !money.has(item) || change?.direction !== 'up') return false;
    return (
      isOfOthers({ to, amount: change.by }) &&
      partsOf(change.by).some(({ read }) => read !== undefined && kept.has(read.item)) &&
      isUnasked(flow, step)
    );
  });
}

/** What goes back or is taken off where the sender was held against the one who is kept under the same key. */
const keptForHolders = (contract: ContractModel): ReadonlySet<StorageItem> => {
  const owned = ownedRecords(contract);
  return new Set([...changedForHolders(contract)].filter((item) => !owned.has(item)));
};

const changedForHolders = itemsOfFlows(
  (flow) =>
    stepsOf(flow, 'write').flatMap((step) =>
      guardsAt(flow, step).some(
        ({ kind, fact, inverted }) =>
          kind === 'entitlement' &&
          !inverted &&
          fact.kind === 'compare' &&
          [fact.left, fact.right].some((side) => isUnderSame(side, step.action.keys)),
      )
        ? [step.action.item]
        : [],
    ),
  isOpenEntry,
);

const isUnderSame = ({ read }: Value, keys: readonly Value[]): boolean =>
  read !== undefined && read.keys.length > 0 && sameKeys(read.keys, keys);
