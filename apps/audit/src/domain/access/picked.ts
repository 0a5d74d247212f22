import type { Fact, Value } from '../flow/values.ts';

/**
 * Whether a fact holds whenever the caller wants it to: an argument as it was given is held against what is written in the source, as
 * in `if kind == 3`. What was worked out of an argument, a hash above all, may be a secret.
 */
export function isPickedAtWill(fact: Fact): boolean {
  switch (fact.kind) {
    case 'true':
    case 'false':
      return isArgument(fact.value);
    case 'compare':
      return (
        (isArgument(fact.left) && isWritten(fact.right)) || (isWritten(fact.left) && isArgument(fact.right))
      );
    case 'one of':
      return fact.choices.some((choice) => choice.every(isPickedAtWill));
  }
}

const isArgument = ({ shape }: Value): boolean => /^parameter \w+(?:\.is_contract)?$/.test(shape);

const isWritten = ({ constant, items, origins }: Value): boolean =>
  constant !== undefined || (origins.size === 0 && items?.every(isWritten) === true);
