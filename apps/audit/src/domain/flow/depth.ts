import type { StorageItem, Value } from './values.ts';

interface Handle {
  readonly item: StorageItem;
  readonly keys: readonly Value[];
}

/** Parts of a container's name that are computed stand in front of its keys. */
export const nameParts = ({ key }: StorageItem): number => key.split('{}').length - 1;

/** Keys that are given, without the computed parts of the name. */
export const keysGiven = ({ item, keys }: Handle): number => keys.length - nameParts(item);

/** The DictDB, or the part of one below some keys, that a value is a handle of. */
export function dictHandle({ reference }: Value): Handle | undefined {
  return reference?.kind === 'container' && reference.item.kind === 'DictDB' ? reference : undefined;
}

/** A container itself, or a part of a DictDB below some keys, and no value that is kept there. */
export const isHandle = ({ reference, read }: Value): boolean =>
  reference?.kind === 'container' && read === undefined;
