import { storageOrigins, type StorageItem, type Value } from '../flow/values.ts';

/** Values within values that are looked into. */
const DEEPEST = 8;

/**
 * Whether more in this place makes an amount smaller: it is taken off on the way to it, as the time of the last payment is in
 * `(now - since) * rate`, and what was paid before in `earned - paid`.
 */
export function isTakenOff(item: StorageItem, amount: Value, depth = 0): boolean {
  if (depth > DEEPEST || !storageOrigins(amount).includes(item)) return false;
  const { made, choices, reference, items } = amount;
  if (made?.operator === '-' && storageOrigins(made.right).includes(item)) return true;
  const parts = [
    ...(made === undefined ? [] : [made.left, made.right]),
    ...(choices ?? []).map(({ value }) => value),
    ...(reference?.kind === 'builtin' ? (items ?? []) : []),
  ];
  return parts.some((part) => isTakenOff(item, part, depth + 1));
}
