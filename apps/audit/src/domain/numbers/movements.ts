import { stepsOf, type Flow, type StepOf } from '../flow/flow.ts';
import type { Frame, Step } from '../flow/steps.ts';
import { sameKeys, type StorageItem, type Value } from '../flow/values.ts';
import { once } from '../once.ts';
import { linearOf, type Term } from './linear.ts';

/** A stored number that is written as what it was before, and more or less of something. */
export interface Movement {
  readonly flow: Flow;
  readonly step: StepOf<'write'>;
  readonly item: StorageItem;
  readonly value: Value;
  /** The number as it was read. */
  readonly before: Value;
  /** What is added to it, with a factor below zero what is taken from it. */
  readonly amounts: readonly Term[];
}

/** All movements of stored numbers in a flow. */
export const movementsOf = once((flow: Flow): readonly Movement[] => findMovements(flow));

function findMovements(flow: Flow): Movement[] {
  return stepsOf(flow, 'write').flatMap((step) => {
    const { value, item } = step.action;
    if (value === undefined || value.constant !== undefined) return [];
    const terms = [...linearOf(value).terms.values()];
    const own = terms.find((term) => term.factor === 1n && isOwn(term.value, step));
    const amounts = terms.filter((term) => term !== own);
    return own === undefined || value === own.value
      ? []
      : [{ flow, step, item, value, before: own.value, amounts }];
  });
}

const isOwn = ({ read }: Value, { action }: StepOf<'write'>): boolean =>
  read?.item === action.item && ['get', 'item'].includes(read.how) && sameKeys(read.keys, action.keys);

/**
 * Where a function first computes with an amount and something stored: the line that a reader has to change. A helper that only stores
 * what it is handed has no such line; the function that calls it has.
 */
export function firstUse({ flow, step }: Movement, amount: Value): Step {
  const uses = stepsOf(flow, 'arithmetic').filter((each) => each.id < step.id && combines(each, amount));
  for (let frame: Frame | undefined = step.frame; frame !== undefined; frame = frame.caller) {
    const { fn } = frame;
    const use = uses.find((each) => each.frame.fn === fn);
    if (use !== undefined) return use;
  }
  return step;
}

function combines({ action }: StepOf<'arithmetic'>, amount: Value): boolean {
  const terms = [...linearOf(action.result).terms.values()];
  return (
    terms.some(({ value }) => value.shape === amount.shape) &&
    terms.some(({ value }) => value.read !== undefined && value.shape !== amount.shape)
  );
}

/** The movement's own arithmetic, or where it is written when a helper did the sum. */
export function placeOf({ flow, step, value }: Movement): Step {
  const made = stepsOf(flow, 'arithmetic').find(
    (each) => each.action.result.shape === value.shape && each.frame.fn === step.frame.fn,
  );
  return made ?? step;
}
