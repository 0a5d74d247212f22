import { stepsOf, type ContractModel, type Flow } from '../flow/flow.ts';
import { itemsOfFlows } from '../flow/items-of-flows.ts';
import type { Step } from '../flow/steps.ts';
import { sameKeys, storageOrigins, type Value } from '../flow/values.ts';
import { outflowOf } from './outflow.ts';
import { isOpenEntry } from './privileged.ts';
import { amountOf, isOnOneWay } from './repetition.ts';

/**
 * Payments and credits out of an entry of a record (`offers[id]`) that stays as it was, while another method pays the same entry back
 * and empties it: whoever it belongs to has it a second time there.
 */
export function leftBehind(contract: ContractModel, flow: Flow): Step[] {
  const claimable = paidAndEmptied(contract);
  if (claimable.size === 0 || !isOpenEntry(flow)) return [];
  return flow.steps.filter((step) => {
    const amount = amountOf(contract, step);
    if (amount === undefined || isShare(amount)) return false;
    const sources = storageOrigins(amount).filter((item) => claimable.has(item));
    return (
      sources.length > 0 &&
      !stepsOf(flow, 'write').some(
        (write) => sources.includes(write.action.item) && (write === step || isOnOneWay(write, step)),
      )
    );
  });
}

/** `prize // winners`: each of several takes a part, and what is left of it is left for the others. */
const isShare = ({ made, choices }: Value): boolean =>
  choices?.some(({ value }) => isShare(value)) === true ||
  (made !== undefined &&
    ((made.operator === '//' && made.right.constant === undefined) ||
      isShare(made.left) ||
      isShare(made.right)));

/** Records of which an entry is paid out as it is, and set to nothing. */
const paidAndEmptied = itemsOfFlows(
  (flow) =>
    flow.steps.flatMap((step) => {
      const paid = outflowOf(step)?.amount?.read;
      if (paid === undefined || paid.keys.length === 0) return [];
      const isEmptied = stepsOf(flow, 'write').some(
        ({ action: { item, keys, value } }) =>
          item === paid.item && sameKeys(keys, paid.keys) && (value === undefined || value.constant === 0n),
      );
      return isEmptied ? [paid.item] : [];
    }),
  isOpenEntry,
);
