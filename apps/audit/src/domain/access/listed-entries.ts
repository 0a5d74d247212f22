import { factsAt } from '../flow/dominance.ts';
import { isStep, stepsBefore, stepsOf, type ContractModel, type Flow } from '../flow/flow.ts';
import { itemsOfFlows } from '../flow/items-of-flows.ts';
import type { Step } from '../flow/steps.ts';
import { hasOrigin, type Fact, type StorageItem, type Value } from '../flow/values.ts';
import { isOnly, Type } from '../model/types.ts';
import { isOpenEntry } from './privileged.ts';

/**
 * Whether a payment is due to an entry of a list that is still in there afterwards: whoever pays is put into a list, and it is paid
 * back to whoever is found in it.
 */
export function isEntryStillListed(contract: ContractModel, flow: Flow, step: Step): boolean {
  const paidFor = listsPaidFor(contract);
  if (paidFor.size === 0) return false;
  const written = new Set(stepsOf(flow, 'write').map(({ action }) => action.item));
  return listsSearched(flow, step).some((list) => paidFor.has(list) && !written.has(list));
}

/** Lists into which an entry is put when ICX comes along. */
const listsPaidFor = itemsOfFlows(
  (flow) =>
    stepsOf(flow, 'write').flatMap(({ action: { item, how, value } }) =>
      item.kind === 'ArrayDB' && how === 'put' && hasOrigin(value, 'parameter', 'sender') ? [item] : [],
    ),
  (flow) => isOpenEntry(flow) && flow.entry.payable,
);

/** Lists in which what the caller names, or the caller, was found, so that a step is reached. */
function listsSearched(flow: Flow, step: Step): StorageItem[] {
  const facts = factsAt(flow, step);
  const found = facts.flatMap(listIn);
  if (!facts.some(isFlag)) return found;
  const looked = [...stepsBefore(step)].filter(({ loops }) => loops.length > 0);
  return [...found, ...looked.flatMap((way) => (isStep(way, 'way') ? way.action.facts.flatMap(listIn) : []))];
}

function listIn(fact: Fact): StorageItem[] {
  if (fact.kind !== 'compare' || (fact.operator !== '==' && fact.operator !== 'in')) return [];
  const { left, right } = fact;
  if (![left, right].some((side) => hasOrigin(side, 'parameter', 'sender'))) return [];
  return [left, right].flatMap((side) => listOf(side) ?? []);
}

function listOf({ read, reference }: Value): StorageItem | undefined {
  const item = read?.item ?? (reference?.kind === 'container' ? reference.item : undefined);
  return item?.kind === 'ArrayDB' ? item : undefined;
}

/** A variable that a loop sets where it has found something. */
const isFlag = (fact: Fact): boolean =>
  fact.kind === 'true' && isOnly(fact.value.types, Type.bool) && fact.value.origins.size === 0;
