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

/** All stored numbers of a contract that are moved, and how. */
export function countersOf({ flows }: ContractModel): ReadonlyMap<StorageItem, Counter> {
  const found = new Map<StorageItem, Counter>();
  for (const movement of flows.flatMap(movementsOf)) {
    const before = found.get(movement.item);
    const { jumps, rises } = stepOf(movement);
    found.set(movement.item, {
      jumps: jumps || before?.jumps === true,
      rises: rises && before?.rises !== false,
    });
  }
  return found;
}

function stepOf({ flow, step, value, before, amounts }: Movement): Counter {
  const bounds = new Bounds(lastingFacts(flow, step), believed);
  return {
    jumps: !bounds.isWithin(value, before, 1n),
    rises: amounts.every(({ factor }) => factor > 0n) && bounds.isNotSmaller(value, before),
  };
}
