import { stepsOf, type ContractModel, type Flow, type StepOf } from '../flow/flow.ts';
import { itemsOfFlows } from '../flow/items-of-flows.ts';
import { hasOrigin, storageOrigins, valuesOf, type StorageItem } from '../flow/values.ts';
import { once } from '../once.ts';
import { isUnasked } from './asked.ts';
import { guardsAt } from './authority.ts';
import { changeOf } from './ledger.ts';
import { isOfMembers } from './member-marks.ts';
import { outflowOf } from './outflow.ts';
import { isOpenEntry } from './privileged.ts';

/** Where a vote is counted, and the entry point in which members alone open what is voted on. */
export interface OpenVote {
  readonly step: StepOf<'write'>;
  readonly by: Flow;
}

/**
 * Votes by which the contract pays, and which whoever likes casts, while members alone bring in what is voted on: with as many addresses
 * as are needed anybody has it paid.
 */
export function openVotes(contract: ContractModel, flow: Flow): OpenVote[] {
  if (!isOpenEntry(flow) || !castsVote(flow)) return [];
  const ballots = memberBallots(contract);
  const deciding = payingItems(contract);
  return stepsOf(flow, 'write').flatMap((step) => {
    const change = changeOf(step);
    if (change?.direction !== 'up' || change.by.constant !== 1n || !deciding.has(step.action.item)) return [];
    const by = readIn(flow).flatMap((item) => ballots.get(item) ?? [])[0];
    return by === undefined || by === flow || !isUnasked(flow, step) ? [] : [{ step, by }];
  });
}

/** `approved[id][sender] = True` */
const castsVote = (flow: Flow): boolean =>
  stepsOf(flow, 'write').some(
    ({ action: { keys, value } }) =>
      value?.constant === true &&
      keys.length > 1 &&
      keys.some((key) => hasOrigin(key, 'sender')) &&
      keys.some((key) => hasOrigin(key, 'parameter')),
  );

const readIn = (flow: Flow): StorageItem[] => stepsOf(flow, 'read').map(({ action }) => action.item);

/** What stands on a ballot, written by members alone, in whose list nobody puts themselves. */
const memberBallots = once((contract: ContractModel): ReadonlyMap<StorageItem, Flow> => {
  const written = contract.flows.filter(isOpenEntry).flatMap((flow) =>
    stepsOf(flow, 'write')
      .filter((step) => step.action.keys.length > 0 && guardsAt(flow, step).some(isOfMembers(contract, step)))
      .map((step): [StorageItem, Flow] => [step.action.item, flow]),
  );
  return new Map(written);
});

/** Counts on which it depends whether something is paid. */
const payingItems = itemsOfFlows(
  (flow) =>
    stepsOf(flow, 'way').flatMap(({ action }) =>
      action.facts.flatMap((fact) => (fact.kind === 'compare' ? valuesOf(fact).flatMap(storageOrigins) : [])),
    ),
  (flow) => isOpenEntry(flow) && flow.steps.some((step) => outflowOf(step) !== undefined),
);
