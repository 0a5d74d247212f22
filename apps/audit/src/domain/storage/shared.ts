import { stepsOf, type Flow } from '../flow/flow.ts';
import type { StorageItem } from '../flow/values.ts';

/** Places in storage that several attributes open under one name (S08): what is written through one is declared otherwise by another. */
export function sharedItems(flows: readonly Flow[]): ReadonlySet<StorageItem> {
  const first = new Map<StorageItem, string>();
  const shared = new Set<StorageItem>();
  const constructors = flows.filter(({ entry }) => entry.kind === 'constructor');
  for (const { action } of constructors.flatMap((flow) => stepsOf(flow, 'attribute'))) {
    const { reference } = action.value;
    if (reference?.kind !== 'container' || reference.keys.length > 0) continue;
    const other = first.get(reference.item);
    if (other === undefined) first.set(reference.item, action.name);
    else if (other !== action.name) shared.add(reference.item);
  }
  return shared;
}
