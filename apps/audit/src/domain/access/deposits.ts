import { stepsOf, type ContractModel, type Flow } from '../flow/flow.ts';
import { itemsOfFlows } from '../flow/items-of-flows.ts';
import { hasOrigin, type StorageItem, type Value } from '../flow/values.ts';
import { once } from '../once.ts';
import { changeOf, type Change } from './ledger.ts';
import { isOpenEntry } from './privileged.ts';

/** What the caller has paid in, and gets back as it is kept. */
export const isDeposit = (contract: ContractModel, { read }: Value): boolean =>
  read !== undefined &&
  (deposits(contract).has(read.item) || setAside(contract).has(read.item)) &&
  read.keys.some((key) => hasOrigin(key, 'sender'));

const deposits = itemsOfFlows(
  (flow) =>
    stepsOf(flow, 'write').flatMap(({ action: { item, keys, value } }) =>
      hasOrigin(value, 'sent value') && keys.some((key) => hasOrigin(key, 'sender')) ? [item] : [],
    ),
  isOpenEntry,
);

/** Where a part of it waits until it may be taken out: `bond[sender] -= amount`, and `leaving[sender] += amount`. */
const setAside = once((contract: ContractModel): ReadonlySet<StorageItem> => {
  const paidIn = deposits(contract);
  return new Set(contract.flows.filter(isOpenEntry).flatMap((flow) => setAsideIn(flow, paidIn)));
});

function setAsideIn(flow: Flow, paidIn: ReadonlySet<StorageItem>): StorageItem[] {
  const changes = stepsOf(flow, 'write').flatMap((step) => changeOf(step) ?? []);
  const taken = changes.filter(({ step, direction }) => direction === 'down' && paidIn.has(step.action.item));
  return changes.flatMap((change) =>
    change.direction === 'up' && taken.some((other) => isMoved(change, other))
      ? [change.step.action.item]
      : [],
  );
}

const isMoved = (to: Change, from: Change): boolean =>
  to.by.shape === from.by.shape &&
  to.step.action.keys.some(
    (key) => hasOrigin(key, 'sender') && from.step.action.keys.some(({ shape }) => shape === key.shape),
  );
