import { stepsOf, type Flow, type StepOf } from '../flow/flow.ts';
import { sameKeys, type StorageItem, type Value } from '../flow/values.ts';
import { linearOf, replaced } from '../numbers/linear.ts';
import { choicesOf } from '../numbers/replacements.ts';
import { outflowOf } from './outflow.ts';
import { isOnOneWay } from './repetition.ts';

/**
 * Records that are written beside a payment and stay as they were where the most is paid: of `taken = min(open, amount)`, what is taken off
 * is `open - taken`, which is left, and not what is paid.
 */
export function keptWhole(flow: Flow): StepOf<'write'>[] {
  const payments = flow.steps.flatMap((step) => {
    const amount = outflowOf(step)?.amount;
    return amount === undefined ? [] : [{ step, amount }];
  });
  if (payments.length === 0) return [];
  return stepsOf(flow, 'write').filter((write) =>
    payments.some(({ step, amount }) => isOnOneWay(write, step) && staysBeside(write, amount)),
  );
}

/**
 * The more is paid, the more is left; and of the several things that may be paid, with one the record is written as it was read. A note
 * of what was paid last is written without a sum.
 */
function staysBeside({ action: { item, keys, value } }: StepOf<'write'>, amount: Value): boolean {
  if (value?.made === undefined) return false;
  const written = linearOf(value);
  if ((written.terms.get(amount.shape)?.factor ?? 0n) <= 0n) return false;
  return possible(amount).some((paid) => {
    const { constant, terms } = replaced(written, amount.shape, linearOf(paid));
    const [only, ...more] = [...terms.values()];
    return constant === 0n && more.length === 0 && only?.factor === 1n && isEntry(only.value, item, keys);
  });
}

const isEntry = ({ read }: Value, item: StorageItem, keys: readonly Value[]): boolean =>
  read?.item === item && ['get', 'item'].includes(read.how) && sameKeys(read.keys, keys);

/** Where nothing is paid, nothing has to change. */
const possible = (amount: Value): Value[] =>
  [...choicesOf(amount, 1n), ...choicesOf(amount, -1n)]
    .map(({ value }) => value)
    .filter(({ constant }) => constant !== 0n);
