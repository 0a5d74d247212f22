import { factsAt } from '../flow/dominance.ts';
import { stepsOf, type Flow, type StepOf } from '../flow/flow.ts';
import type { Step } from '../flow/steps.ts';
import { isSamePlace, type Fact, type StorageRead, type Value } from '../flow/values.ts';
import { isOnOneWay } from './repetition.ts';

/**
 * A bit that is asked for in one word (`words[number // 256] & bit`) and set in another one (`words[number] |= bit`), so that it is not
 * found again.
 */
export function bitElsewhere(flow: Flow, effect: Step): StepOf<'write'> | undefined {
  const asked = factsAt(flow, effect).flatMap(bitsIn);
  if (asked.length === 0) return undefined;
  const writes = stepsOf(flow, 'write').filter((write) => isOnOneWay(write, effect));
  return writes.find((write) => {
    const bit = asked.find(({ place, mask }) => place.item === write.action.item && isSet(write, mask));
    return bit !== undefined && !writes.some((other) => isSamePlace(other.action, bit.place));
  });
}

/** A word of bits in storage, and those of them that are not set there. */
interface Bits {
  readonly place: StorageRead;
  readonly mask: Value;
}

/** `words[key] & mask == 0`, `not words[key] & mask` */
function bitsIn(fact: Fact): Bits[] {
  if (fact.kind === 'false') return bitsOf(fact.value);
  if (fact.kind !== 'compare' || (fact.operator !== '==' && fact.operator !== '<=')) return [];
  return fact.right.constant === 0n ? bitsOf(fact.left) : [];
}

function bitsOf({ made }: Value): Bits[] {
  if (made?.operator !== '&') return [];
  const [word, mask] = made.left.read === undefined ? [made.right, made.left] : [made.left, made.right];
  return word.read === undefined ? [] : [{ place: word.read, mask }];
}

/** `words[…] = words[key] | mask` */
function isSet({ action: { item, value } }: StepOf<'write'>, mask: Value): boolean {
  const { made } = value ?? {};
  if (made === undefined || (made.operator !== '|' && made.operator !== '+')) return false;
  const sides = [made.left, made.right];
  return sides.some(({ shape }) => shape === mask.shape) && sides.some(({ read }) => read?.item === item);
}
