import { hasOrigin, type Comparison, type Fact, type Value } from '../flow/values.ts';
import { isOnly, mayBe, Type } from '../model/types.ts';

/**
 * Whether a fact holds whenever the caller wants it to: an argument as it was given is held against what is written in the source, as
 * in `if kind == 3`, or stands in storage. What was worked out of an argument, a hash above all, may be a secret.
 */
export function isPickedAtWill(fact: Fact): boolean {
  switch (fact.kind) {
    case 'true':
    case 'false':
      return isArgument(fact.value);
    case 'compare':
      return (
        (isArgument(fact.left) && isWritten(fact.right)) ||
        (isWritten(fact.left) && isArgument(fact.right)) ||
        isReadOff(fact)
      );
    case 'one of':
      return fact.choices.some((choice) => choice.every(isPickedAtWill));
  }
}

/** `word == self._password.get()`: an argument is to be what stands in storage, where everybody can read it. */
export const isReadOff = ({ operator, left, right }: Comparison): boolean =>
  operator === '==' && ((isArgument(left) && isPlainRead(right)) || (isPlainRead(left) && isArgument(right)));

/** A hash of what the caller brings: who knows the word can make it, and nobody else. */
export const isHashOfArgument = (value: Value): boolean =>
  hasOrigin(value, 'parameter') && /sha3?_256\(/.test(value.shape);

const isPlainRead = ({ read, types }: Value): boolean =>
  read !== undefined &&
  !read.keys.some((key) => hasOrigin(key, 'sender')) &&
  (isOnly(types, Type.str | Type.bytes) || (read.keys.length === 0 && !mayBe(types, Type.address)));

const isArgument = ({ shape }: Value): boolean => /^parameter \w+(?:\.is_contract)?$/.test(shape);

const isWritten = ({ constant, items, origins }: Value): boolean =>
  constant !== undefined || (origins.size === 0 && items?.every(isWritten) === true);
