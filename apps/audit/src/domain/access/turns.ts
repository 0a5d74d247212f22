import type { Step } from '../flow/steps.ts';
import { storageOrigins, type StorageItem } from '../flow/values.ts';

/** What says for which of several a step of a loop is done: `for place in range(next[id], count[id])`. */
export const itemsOfTurns = ({ loops }: Step): StorageItem[] =>
  loops.flatMap(({ over }) => (over?.element === undefined ? [] : storageOrigins(over.element)));
