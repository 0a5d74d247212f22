import { factsAt } from '../flow/dominance.ts';
import { canReach, stepsOf, type Flow, type StepOf } from '../flow/flow.ts';
import type { Step } from '../flow/steps.ts';
import type { TreeFacts } from '../model/tree-facts.ts';
import { asksWho } from './asked.ts';
import { hasEffect } from './forks.ts';

/**
 * Calls of a function that only answers whether the caller may go on, where nothing looks at the answer and something is done behind
 * it: `self._is_steward()` where `if not self._is_steward(): revert` was meant.
 */
export function unreadAnswers(flow: Flow, facts: TreeFacts): StepOf<'call'>[] {
  return stepsOf(flow, 'call').filter(
    (call) =>
      facts.find(call.node)?.parent?.node.kind === 'ExpressionStatement' &&
      answersWhether(flow, call) &&
      canReach(call, (step) => hasEffect(step) && step.frame.fn !== call.action.fn) !== undefined,
  );
}

/** It answers yes where it has asked for the caller, and no elsewhere. */
function answersWhether(flow: Flow, call: StepOf<'call'>): boolean {
  const before = new Set(factsAt(flow, call));
  const answers = stepsOf(flow, 'return').filter(
    ({ frame }) => frame.fn === call.action.fn && frame.call?.node === call.node,
  );
  const yes = answers.filter(({ action }) => action.value?.constant === true);
  const isForFew = (step: Step) => factsAt(flow, step).some((fact) => !before.has(fact) && asksWho(fact));
  return (
    answers.some(({ action }) => action.value?.constant === false) && yes.length > 0 && yes.every(isForFew)
  );
}
