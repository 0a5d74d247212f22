import { isStep, canReach, type StepOf } from '../flow/flow.ts';
import type { Step } from '../flow/steps.ts';
import type { Fact, StorageItem, StorageRead, Value } from '../flow/values.ts';
import { linearOf, plus } from '../numbers/linear.ts';

/**
 * The dict in storage of which a loop asks for one entry all the time, while what it writes there moves on from entry to entry: the
 * first turn may leave that entry alone, and no later turn comes back to it.
 */
export function itemLeftBehind(
  head: StepOf<'loop'>,
  facts: readonly Fact[],
  body: readonly Step[],
): StorageItem | undefined {
  const [fact, ...others] = facts;
  const read = fact === undefined || others.length > 0 ? undefined : entryOf(fact);
  if (read === undefined) return undefined;
  const writes = body.filter((step) => isStep(step, 'write') && step.action.item === read.item);
  const moveOn = writes.every((step) => isStep(step, 'write') && neverReturns(step.action.keys, read.keys));
  const ofLoop = new Set([head, ...body]);
  const mayPass =
    canReach(
      head,
      (step) => step === head,
      (step) => writes.includes(step) || !ofLoop.has(step),
    ) !== undefined;
  return writes.length > 0 && moveOn && mayPass ? read.item : undefined;
}

/** The entry that a fact asks for, which it holds against nothing or against a constant. */
function entryOf(fact: Fact): StorageRead | undefined {
  if (fact.kind === 'one of') return undefined;
  const asked =
    fact.kind !== 'compare' ? fact.value : fact.right.constant === undefined ? undefined : fact.left;
  return asked?.read?.item.kind === 'DictDB' && asked.read.how === 'item' ? asked.read : undefined;
}

/** One of the keys is counted away from the one that is asked for. */
const neverReturns = (written: readonly Value[], asked: readonly Value[]): boolean =>
  written.length === asked.length &&
  written.some((key, place) => {
    const target = asked[place];
    return target !== undefined && isCountedAway(key, target);
  });

/** It begins at the target or beyond it, and each turn takes it further. */
function isCountedAway({ choices = [] }: Value, target: Value): boolean {
  const distances = choices.map(({ value }) => plus(linearOf(value), linearOf(target), -1n));
  const [first, ...later] = distances;
  if (first === undefined || later.length === 0 || distances.some(({ terms }) => terms.size > 0))
    return false;
  const jumps = later.map(({ constant }) => constant - first.constant);
  return (
    (first.constant >= 0n && jumps.every((jump) => jump > 0n)) ||
    (first.constant <= 0n && jumps.every((jump) => jump < 0n))
  );
}
