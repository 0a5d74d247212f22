import { factsAt } from '../flow/dominance.ts';
import { stepsAfter, stepsOf, type ContractModel, type Flow, type StepOf } from '../flow/flow.ts';
import type { LoopFrame, Step } from '../flow/steps.ts';
import { hasOrigin, storageOrigins, valuesOf, type StorageItem, type Value } from '../flow/values.ts';
import { isOnly, Type } from '../model/types.ts';
import { questionsIn } from './let-through.ts';
import { amountOf } from './repetition.ts';

/**
 * Sums that are paid of what a list of the caller names, where the state that lets a thing be counted is closed behind the loop only:
 * a thing that is in the list twice is counted twice.
 */
export const countedInList = (contract: ContractModel, flow: Flow): StepOf<'arithmetic'>[] =>
  stepsOf(flow, 'arithmetic').filter((sum) => {
    const loop = sum.loops.at(-1);
    const { operator, right } = sum.action;
    const key = right.read?.keys.find((each) => loop !== undefined && isOfList(each, loop));
    if (operator !== '+' || right.read === undefined || loop === undefined || key === undefined) return false;
    return (
      !isHeldApart(flow, sum, key) &&
      isClosedBehind(flow, sum, loop, key) &&
      isPaid(contract, sum, right.read.item)
    );
  });

/** One of a list that the caller gives: not of a set, which has nothing twice. */
const isOfList = (key: Value, { over }: LoopFrame): boolean =>
  over !== undefined &&
  !isOnly(over.types, Type.set) &&
  hasOrigin(over, 'parameter') &&
  !hasOrigin(over, 'unequal', 'storage') &&
  hasOrigin(key, 'parameter');

/** It was asked whether this one was there before (`number in seen`, `number > last`), or whether the list has anything twice. */
const isHeldApart = (flow: Flow, sum: Step, key: Value): boolean => {
  const sets = stepsOf(flow, 'platform').flatMap(({ action: { name, result } }) =>
    name === 'set' || name === 'frozenset' ? [result.shape] : [],
  );
  return factsAt(flow, sum)
    .flatMap(valuesOf)
    .some(({ shape }) => shape === key.shape || sets.some((each) => shape.includes(each)));
};

/** What is asked of each thing is written behind the loop, and not in it. */
function isClosedBehind(flow: Flow, sum: Step, loop: LoopFrame, key: Value): boolean {
  const asked = factsAt(flow, sum)
    .flatMap(questionsIn)
    .flatMap(({ item, keys }) => (keys.some(({ shape }) => shape === key.shape) ? [item] : []));
  const after = stepsAfter(sum);
  const closed = stepsOf(flow, 'write').filter(
    (write) => asked.includes(write.action.item) && after.has(write),
  );
  const isInLoop = (write: Step) => write.loops.some(({ node }) => node === loop.node);
  return (
    closed.length > 0 && !closed.some(isInLoop) && closed.every(({ action }) => isOfParameter(action.keys))
  );
}

const isOfParameter = (keys: readonly Value[]): boolean => keys.some((key) => hasOrigin(key, 'parameter'));

const isPaid = (contract: ContractModel, sum: Step, item: StorageItem): boolean =>
  [...stepsAfter(sum)].some((step) => {
    const amount = amountOf(contract, step);
    return amount !== undefined && storageOrigins(amount).includes(item);
  });
