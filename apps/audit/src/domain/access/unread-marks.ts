import { factsAt } from '../flow/dominance.ts';
import { stepsBefore, stepsOf, type ContractModel, type Flow, type StepOf } from '../flow/flow.ts';
import { itemsOfFlows } from '../flow/items-of-flows.ts';
import type { Step } from '../flow/steps.ts';
import { hasOrigin, sameKeys, valuesOf, type StorageItem } from '../flow/values.ts';
import { outflowOf } from './outflow.ts';
import { isOpenEntry } from './privileged.ts';
import { amountOf, isOnOneWay } from './repetition.ts';

/** A payment, and the mark that is set with it. */
export interface UnreadMark {
  readonly step: Step;
  readonly mark: StorageItem;
}

/**
 * Payments with which a mark is set (`spent[number] = True`) that nothing here looks at, while another method refuses what bears it:
 * what was paid there is paid here again, and here as often as somebody likes. So it is of a mark of the caller that no method looks at.
 */
export function unreadMarks(contract: ContractModel, flow: Flow): UnreadMark[] {
  const marks = stepsOf(flow, 'write').filter(
    (write) =>
      isMarking(write) && (refusedMarks(contract).has(write.action.item) || isTaken(contract, write)),
  );
  const unread = marks.filter(({ action }) => !looksAt(flow, action.item));
  if (unread.length === 0) return [];
  return flow.steps.flatMap((step) => {
    if (amountOf(contract, step) === undefined) return [];
    const mark = unread.find((write) => isOnOneWay(write, step));
    return mark === undefined ? [] : [{ step, mark: mark.action.item }];
  });
}

/**
 * Payments behind a mark (`not spent[number]`) that nothing here sets, while another method sets it with what it pays: whoever was not
 * paid there is paid here as often as they like.
 */
export function unsetMarks(contract: ContractModel, flow: Flow): Step[] {
  const paid = paidMarks(contract);
  if (paid.size === 0) return [];
  const written = new Set(stepsOf(flow, 'write').map(({ action }) => action.item));
  return flow.steps.filter(
    (step) =>
      outflowOf(step) !== undefined && marksBefore(step).some((item) => paid.has(item) && !written.has(item)),
  );
}

/** Marks that are asked for on some way here. */
const marksBefore = (step: Step): StorageItem[] =>
  [...stepsBefore(step)].flatMap(({ action }) =>
    action.kind === 'way'
      ? action.facts.flatMap((fact) =>
          fact.kind === 'false' && fact.value.read !== undefined ? [fact.value.read.item] : [],
        )
      : [],
  );

const isMarking = ({ action: { keys, value } }: StepOf<'write'>): boolean =>
  value?.constant === true && keys.length > 0;

/** `bonus_taken[level][sender] = True`, and nothing goes by it: what it is for would be to pay once. */
const isTaken = (contract: ContractModel, { action: { item, keys } }: StepOf<'write'>): boolean =>
  TAKEN.test(item.name) &&
  keys.some((key) => hasOrigin(key, 'sender')) &&
  !contract.flows.some((flow) => isOpenEntry(flow) && looksAt(flow, item));

const TAKEN = /taken|claim|paid|redeem|withdrawn|received|collected|used|spent|done|drawn/i;

const looksAt = (flow: Flow, item: StorageItem): boolean =>
  stepsOf(flow, 'way').some(({ action }) =>
    action.facts.flatMap(valuesOf).some(({ read }) => read?.item === item),
  );

/** Marks that some method sets only where they are not set yet. */
const refusedMarks = itemsOfFlows((flow) => refusals(flow).map(({ action }) => action.item), isOpenEntry);

/** Of those, the ones that are set with a payment. */
const paidMarks = itemsOfFlows(
  (flow) =>
    refusals(flow)
      .filter((write) => isSetWithPayment(flow, write))
      .map(({ action }) => action.item),
  isOpenEntry,
);

const refusals = (flow: Flow): StepOf<'write'>[] =>
  stepsOf(flow, 'write').filter((write) => isMarking(write) && isRefused(flow, write));

const isSetWithPayment = (flow: Flow, write: StepOf<'write'>): boolean =>
  flow.steps.some((step) => outflowOf(step) !== undefined && isOnOneWay(write, step));

const isRefused = (flow: Flow, write: StepOf<'write'>): boolean =>
  factsAt(flow, write).some(
    (fact) =>
      fact.kind === 'false' &&
      fact.value.read?.item === write.action.item &&
      sameKeys(fact.value.read.keys, write.action.keys),
  );
