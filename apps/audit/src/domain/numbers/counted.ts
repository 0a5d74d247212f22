import { canReach, stepsOf, type Flow, type StepOf } from '../flow/flow.ts';
import type { Step } from '../flow/steps.ts';
import { sameKeys, type StorageItem, type StorageRead, type Value } from '../flow/values.ts';

/**
 * A count, or a sum of counts, that comes to one at least: on every way to where it is read, one of them was raised before (`yes` or
 * `no` was counted up, and then each share of `yes + no` is worked out).
 */
export function isCountedUp(flow: Flow, sum: Value): boolean {
  const parts = partsOf(sum);
  const counts = parts.flatMap(({ read }) => (read === undefined ? [] : [read]));
  if (counts.length < parts.length) return false;
  const items = new Set(counts.map(({ item }) => item));
  const writes = stepsOf(flow, 'write').filter(({ action }) => items.has(action.item));
  if (writes.length === 0 || !writes.every((step) => isRaise(step, counts))) return false;
  const raises = new Set<Step>(writes);
  const nodes = new Set(parts.map(({ node }) => node));
  return (
    canReach(
      flow.begin,
      ({ node }) => nodes.has(node),
      (step) => raises.has(step),
    ) === undefined
  );
}

function partsOf(sum: Value): Value[] {
  const parts: Value[] = [];
  const waiting = [sum];
  for (let value = waiting.pop(); value !== undefined; value = waiting.pop()) {
    if (value.made?.operator === '+') waiting.push(value.made.left, value.made.right);
    else parts.push(value);
  }
  return parts;
}

/** `counts[key] += 1`, or a number above zero that is put there. */
function isRaise(
  { action: { item, keys, value } }: StepOf<'write'>,
  counts: readonly StorageRead[],
): boolean {
  if (value === undefined || !counts.some((read) => read.item === item && sameKeys(read.keys, keys)))
    return false;
  if (value.made?.operator !== '+') return isAboveZero(value);
  const { left, right } = value.made;
  return (isOf(left, item) && isAboveZero(right)) || (isAboveZero(left) && isOf(right, item));
}

const isAboveZero = ({ constant }: Value): boolean => typeof constant === 'bigint' && constant > 0n;

const isOf = ({ read }: Value, item: StorageItem): boolean => read?.item === item;
