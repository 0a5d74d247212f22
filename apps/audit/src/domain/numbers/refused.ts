import { canReach, isStep, stepsOf, type Flow, type StepOf } from '../flow/flow.ts';
import type { Step } from '../flow/steps.ts';
import { constantValue, type Fact, type Value } from '../flow/values.ts';
import type { Node } from '../python/tree.ts';
import { believed } from './beliefs.ts';
import { Bounds } from './bounds.ts';
import { lastingFacts } from './lasting.ts';

/**
 * What holds where a step comes to stay, with what the engine sees to: it refuses to transfer an amount below zero, which undoes all.
 * `send` only answers that it failed, and what a `try` catches undoes nothing.
 */
export const factsWithRefusals = (flow: Flow, step: Step): readonly Fact[] => [
  ...lastingFacts(flow, step),
  ...stepsOf(flow, 'transfer')
    .filter((transfer) => isSure(transfer) && isPassed(transfer, step))
    .flatMap(({ node, action: { amount } }) => {
      const signed = signedPart(amount, new Bounds(lastingFacts(flow, step), believed));
      return signed === undefined ? [] : [notNegative(signed, node)];
    }),
];

const isSure = ({ action, tries }: StepOf<'transfer'>): boolean =>
  action.how === 'transfer' && tries.length === 0;

/** No way leads from the step to the normal end past the transfer. */
const isPassed = (transfer: Step, step: Step): boolean =>
  canReach(
    step,
    (each) => isStep(each, 'exit'),
    (each) => each === transfer,
  ) === undefined;

const notNegative = (left: Value, node: Node): Fact => ({
  kind: 'compare',
  operator: '>=',
  left,
  right: constantValue(node, 0n),
  node,
});

/**
 * The part of an amount that is below zero whenever the amount is. Of `fund * shares // total` that is the number of shares where the
 * fund is more than nothing; out of an empty fund nothing is paid, whatever the sign.
 */
function signedPart(amount: Value, bounds: Bounds): Value | undefined {
  const { made } = amount;
  if (made?.operator === '//')
    return bounds.isAtLeast(made.right, 0n) ? signedPart(made.left, bounds) : undefined;
  if (made?.operator !== '*') return amount;
  const { left, right } = made;
  if (bounds.isAtLeast(left, 1n)) return signedPart(right, bounds);
  return bounds.isAtLeast(right, 1n) ? signedPart(left, bounds) : undefined;
}
