import type { ContractModel } from '../flow/flow.ts';
import type { StorageItem } from '../flow/values.ts';
import { believed } from './beliefs.ts';
import { Bounds } from './bounds.ts';
import { lastingFacts } from './lasting.ts';
import { movementsOf, type Movement } from './movements.ts';

/** A stored number that is counted up. */
export interface Counter {
  /** It may grow by more than one at a time. */
  readonly jumps: boolean;
  /** It never goes down. */
  readonly rises: boolean;
}

const known = new WeakMap<ContractModel, Map<StorageItem, Counter | undefined>>();
const movements = new WeakMap<ContractModel, ReadonlyMap<StorageItem, readonly Movement[]>>();

/** How a stored number of a contract is moved; undefined where it never is. Worked out for those that are asked for. */
export function counterOf(contract: ContractModel, item: StorageItem): Counter | undefined {
  const counters = known.get(contract) ?? new Map<StorageItem, Counter | undefined>();
  known.set(contract, counters);
  if (!counters.has(item)) counters.set(item, joined(movementsIn(contract).get(item) ?? []));
  return counters.get(item);
}

function movementsIn(contract: ContractModel): ReadonlyMap<StorageItem, readonly Movement[]> {
  const before = movements.get(contract);
  if (before !== undefined) return before;
  const byItem = new Map<StorageItem, Movement[]>();
  for (const movement of contract.flows.flatMap(movementsOf)) {
    const list = byItem.get(movement.item);
    if (list === undefined) byItem.set(movement.item, [movement]);
    else list.push(movement);
  }
  movements.set(contract, byItem);
  return byItem;
}

function joined(all: readonly Movement[]): Counter | undefined {
  if (all.length === 0) return undefined;
  const steps = all.map(stepOf);
  return { jumps: steps.some(({ jumps }) => jumps), rises: steps.every(({ rises }) => rises) };
}

function stepOf({ flow, step, value, before, amounts }: Movement): Counter {
  const bounds = new Bounds(lastingFacts(flow, step), believed);
  return {
    jumps: !bounds.isWithin(value, before, 1n),
    rises: amounts.every(({ factor }) => factor > 0n) && bounds.isNotSmaller(value, before),
  };
}
