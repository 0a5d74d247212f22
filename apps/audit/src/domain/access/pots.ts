import type { StepOf } from '../flow/flow.ts';
import { hasOrigin, sameKeys, type StorageItem, type Value } from '../flow/values.ts';
import { changeOf } from './ledger.ts';

/** What all have together becomes less with every payment, and the entry that is paid stays as it was. */
export const isOfAll = (write: StepOf<'write'>): boolean =>
  write.action.keys.length === 0 && changeOf(write)?.direction === 'down';

/** `min(shares[sender], pool)`: the pool only limits what the entry is worth. */
export const isLeastOfEntry = ({ reference, items = [] }: Value, pool: StorageItem): boolean =>
  reference?.kind === 'builtin' &&
  reference.name === 'min' &&
  items.some(({ read }) => read !== undefined && read.item !== pool && read.keys.length > 0);

/**
 * The pot of several things that are paid: of the reward of a report (`reward[id]`) the budget of its programme becomes less
 * (`budget[programme_of[id]]`), which others have put in.
 */
export const isPotOfThing = (
  { action }: StepOf<'write'>,
  by: Value | undefined,
  { read, shape }: Value,
): boolean =>
  read !== undefined &&
  read.item !== action.item &&
  by?.shape === shape &&
  read.keys.some((key) => hasOrigin(key, 'parameter')) &&
  action.keys.length === 1 &&
  action.keys.every(
    (key) => key.read !== undefined && sameKeys(key.read.keys, read.keys) && !hasOrigin(key, 'sender'),
  );
