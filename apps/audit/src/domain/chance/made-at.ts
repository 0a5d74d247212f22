import { stepsOf, type Flow, type StepOf } from '../flow/flow.ts';
import type { Step } from '../flow/steps.ts';
import { hasOrigin, type Value } from '../flow/values.ts';

/**
 * Where a seed is hashed in a function of its own, called by the one that takes the remainder: what has to be mended stands there, and
 * stands there once for all the games that ask it. Nothing where both stand in one function.
 */
export function madeAt(flow: Flow, decided: Step, value: Value): StepOf<'platform'> | undefined {
  const all = stepsOf(flow, 'platform').filter(
    ({ id, action: { name, result } }) =>
      id < decided.id &&
      HASHES.test(name) &&
      result.origins.size > 0 &&
      [...result.origins].every((origin) => value.origins.has(origin)),
  );
  const last = all.at(-1);
  return last?.frame.fn === decided.frame.fn ? handedOver(all, decided) : last;
}

/** A seed that is handed to the function that decides, and mixed once more there: for each of several draws, say. */
const handedOver = (
  hashes: readonly StepOf<'platform'>[],
  { frame: { fn, given } }: Step,
): StepOf<'platform'> | undefined =>
  hashes.findLast(
    ({ frame, action: { result } }) =>
      frame.fn !== fn && isOfChain(result) && given.values.some(({ shape }) => shape === result.shape),
  );

const isOfChain = (value: Value): boolean => hasOrigin(value, 'block', 'transaction');

/** What turns anything into a number that looks like chance. */
export const HASHES = /sha3_256|sha_256|from_bytes/;
