import { stepsOf, type Flow, type StepOf } from '../flow/flow.ts';
import type { Step } from '../flow/steps.ts';
import type { Value } from '../flow/values.ts';

/**
 * Where a seed is hashed in a function of its own, called by the one that takes the remainder: what has to be mended stands there, and
 * stands there once for all the games that ask it. Nothing where both stand in one function.
 */
export function madeAt(flow: Flow, decided: Step, value: Value): StepOf<'platform'> | undefined {
  const made = stepsOf(flow, 'platform').findLast(
    ({ id, action: { name, result } }) =>
      id < decided.id &&
      HASHES.test(name) &&
      result.origins.size > 0 &&
      [...result.origins].every((origin) => value.origins.has(origin)),
  );
  return made === undefined || made.frame.fn === decided.frame.fn ? undefined : made;
}

/** What turns anything into a number that looks like chance. */
export const HASHES = /sha3_256|sha_256|from_bytes/;
