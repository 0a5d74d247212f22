import { stepsOf, type ContractModel, type Flow } from '../flow/flow.ts';
import { itemsOfFlows } from '../flow/items-of-flows.ts';
import type { Fact, StorageItem, Value } from '../flow/values.ts';
import { asksWho } from './asked.ts';
import { changeOf } from './ledger.ts';
import { isOpenEntry } from './privileged.ts';

/**
 * The counter of which a question is content that it has not begun (`self._posts.get() == 0 or self._is_admin()`), where a few would do as
 * well. What counts it up itself is open to the first one alone.
 */
export function countedOrChosen(contract: ContractModel, flow: Flow, fact: Fact): StorageItem | undefined {
  if (fact.kind !== 'one of' || !fact.choices.some((choice) => choice.some(asksWho))) return undefined;
  const counters = counted(contract);
  const written = new Set(stepsOf(flow, 'write').map(({ action }) => action.item));
  return fact.choices
    .flatMap(([only, ...rest]) => (only === undefined || rest.length > 0 ? [] : [notBegun(only)]))
    .find((item) => item !== undefined && counters.has(item) && !written.has(item));
}

/** What is asked to be 0 still. */
function notBegun(fact: Fact): StorageItem | undefined {
  if (fact.kind === 'false') return ofAll(fact.value);
  if (fact.kind !== 'compare' || (fact.operator !== '==' && fact.operator !== '<=')) return undefined;
  return fact.right.constant === 0n ? ofAll(fact.left) : undefined;
}

const ofAll = ({ read }: Value): StorageItem | undefined =>
  read?.item.kind === 'VarDB' && read.keys.length === 0 ? read.item : undefined;

/** Numbers that go up as the contract is used. */
const counted = itemsOfFlows(
  (flow) =>
    stepsOf(flow, 'write').flatMap((step) => (changeOf(step)?.direction === 'up' ? [step.action.item] : [])),
  isOpenEntry,
);
