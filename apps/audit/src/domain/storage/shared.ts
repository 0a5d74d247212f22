import { stepsOf, type Flow } from '../flow/flow.ts';
import type { StorageItem, Value } from '../flow/values.ts';

/** An attribute that opens a place in storage, and the depth that it says, if that is written as a number. */
interface Opening {
  readonly attribute: string;
  readonly depth: bigint | undefined;
}

/** Places in storage that several attributes open under one name (S08): what is written through one is declared otherwise by another. */
export function sharedItems(flows: readonly Flow[]): ReadonlySet<StorageItem> {
  return itemsOpened(flows, (one, other) => one.attribute !== other.attribute);
}

/** Those of them of which each attribute says another depth, so that which one is meant is not known. */
export function itemsOfManyDepths(flows: readonly Flow[]): ReadonlySet<StorageItem> {
  return itemsOpened(
    flows,
    (one, other) =>
      one.attribute !== other.attribute && (one.depth === undefined || one.depth !== other.depth),
  );
}

/** Places that are opened a second time in another way than the first time. */
function itemsOpened(
  flows: readonly Flow[],
  areApart: (one: Opening, other: Opening) => boolean,
): ReadonlySet<StorageItem> {
  const first = new Map<StorageItem, Opening>();
  const found = new Set<StorageItem>();
  const constructors = flows.filter(({ entry }) => entry.kind === 'constructor');
  for (const { action } of constructors.flatMap((flow) => stepsOf(flow, 'attribute'))) {
    const { reference } = action.value;
    if (reference?.kind !== 'container' || reference.keys.length > 0) continue;
    const opening = { attribute: action.name, depth: depthSaid(action.value) };
    const other = first.get(reference.item);
    if (other === undefined) first.set(reference.item, opening);
    else if (areApart(other, opening)) found.add(reference.item);
  }
  return found;
}

/** The depth that a declaration says in so many figures; one where it says none. */
function depthSaid({ node }: Value): bigint | undefined {
  if (node.kind !== 'Call') return undefined;
  const said = node.keywords.find(({ name }) => name === 'depth')?.value ?? node.args[3];
  if (said === undefined) return 1n;
  return said.kind === 'Number' && said.form === 'int' ? said.integer : undefined;
}
