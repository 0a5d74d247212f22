import type { ContractModel } from '../flow/flow.ts';
import type { StorageItem } from '../flow/values.ts';
import { writersOf } from '../storage/lifetime.ts';

/** A difference between what two versions of a contract keep, and where. The stored data is still as the older version left it. */
export type StorageChange =
  /** `filled`: `on_update` writes it, so that it does not begin empty. */
  | { readonly kind: 'added'; readonly item: StorageItem; readonly filled: boolean }
  | { readonly kind: 'removed'; readonly older: StorageItem }
  /** The same attribute looks elsewhere: under another key, or in another kind of container. */
  | { readonly kind: 'key' | 'container'; readonly item: StorageItem; readonly older: StorageItem }
  /** The same place is read as something else. */
  | { readonly kind: 'type' | 'depth'; readonly item: StorageItem; readonly older: StorageItem };

/** By the name of the container. */
export function storageChanges(before: ContractModel, after: ContractModel): StorageChange[] {
  const pairs = pairItems(before.items, after.items);
  const paired = new Set(pairs.flat());
  const added = after.items
    .filter((item) => !paired.has(item))
    .map((item) => ({ kind: 'added' as const, item, filled: writersOf(after, item, 'update').length > 0 }));
  const removed = before.items
    .filter((item) => !paired.has(item))
    .map((older) => ({ kind: 'removed' as const, older }));
  return [...pairs.flatMap(changesOf), ...added, ...removed].toSorted((left, right) =>
    compare(nameOf(left), nameOf(right)),
  );
}

export const nameOf = (change: StorageChange): string =>
  change.kind === 'removed' ? change.older.name : change.item.name;

type Pair = readonly [older: StorageItem, item: StorageItem];

/** First those at the same place in the database, then those that the same attribute holds. */
function pairItems(before: readonly StorageItem[], after: readonly StorageItem[]): Pair[] {
  const left = new Set(before);
  const pairs: Pair[] = [];
  const open = new Set(after);
  const pairBy = (isSame: (older: StorageItem, item: StorageItem) => boolean) => {
    for (const item of open) {
      const older = [...left].find((each) => isSame(each, item));
      if (older === undefined) continue;
      left.delete(older);
      open.delete(item);
      pairs.push([older, item]);
    }
  };
  pairBy((older, item) => older.kind === item.kind && older.key === item.key);
  pairBy((older, item) => older.kind === item.kind && older.name === item.name);
  pairBy((older, item) => older.name === item.name);
  return pairs;
}

function changesOf([older, item]: Pair): StorageChange[] {
  if (older.kind !== item.kind) return [{ kind: 'container', item, older }];
  const changes: StorageChange[] = [];
  if (older.key !== item.key && isKnown(older) && isKnown(item)) changes.push({ kind: 'key', item, older });
  const { valueTypeName: was } = older;
  const { valueTypeName: is } = item;
  if (was !== is && was !== '' && is !== '') changes.push({ kind: 'type', item, older });
  if (older.depth !== item.depth) changes.push({ kind: 'depth', item, older });
  return changes;
}

/** A key that is computed altogether is named after its place in the source. */
const isKnown = ({ key }: StorageItem): boolean => !/\{\}@.*:\d+$/.test(key);

const compare = (left: string, right: string) => (left < right ? -1 : left > right ? 1 : 0);
