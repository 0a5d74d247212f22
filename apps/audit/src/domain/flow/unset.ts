import { isOnly, Type } from '../model/types.ts';
import type { ConstantValue, Fact, StorageItem, Value } from './values.ts';

/** What reads as nothing, since nothing was written there: 0, an empty text, False, None. */
export const isUnset = ({ constant }: Value): boolean => UNSET.has(constant);

const UNSET: ReadonlySet<unknown> = new Set([0n, '', false, null]);

/** What a place reads as where nothing was written. */
export function unwritten({ valueType }: StorageItem): ConstantValue {
  if (isOnly(valueType, Type.int)) return 0n;
  if (isOnly(valueType, Type.bool)) return false;
  return isOnly(valueType, Type.str) ? '' : null;
}

/** `not x`, `x == 0`, `x is None`, `x <= 0`: nothing stands there, of a value that the test knows. */
export const findsNothing = (fact: Fact, isIt: (value: Value) => boolean): boolean =>
  fact.kind === 'false'
    ? isIt(fact.value)
    : fact.kind === 'compare' &&
      ['==', 'is', '<='].includes(fact.operator) &&
      isUnset(fact.right) &&
      isIt(fact.left);
