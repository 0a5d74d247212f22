import { stepsOf, type ContractModel } from '../flow/flow.ts';
import { itemsOfFlows } from '../flow/items-of-flows.ts';
import { hasOrigin, type Value } from '../flow/values.ts';
import { isOpenEntry } from './privileged.ts';

/** What the caller has paid in, and gets back as it is kept. */
export const isDeposit = (contract: ContractModel, { read }: Value): boolean =>
  read !== undefined &&
  deposits(contract).has(read.item) &&
  read.keys.some((key) => hasOrigin(key, 'sender'));

const deposits = itemsOfFlows(
  (flow) =>
    stepsOf(flow, 'write').flatMap(({ action: { item, keys, value } }) =>
      hasOrigin(value, 'sent value') && keys.some((key) => hasOrigin(key, 'sender')) ? [item] : [],
    ),
  isOpenEntry,
);
