import { argumentsOf } from '../flow/arguments.ts';
import { endsWell } from '../access/asked.ts';
import { isQuestion } from '../access/callee.ts';
import { outflowOf } from '../access/outflow.ts';
import { isStep, stepsOf, type Flow } from '../flow/flow.ts';
import { orderOf } from '../flow/order.ts';
import type { Step } from '../flow/steps.ts';
import { comparisonsIn, factLeaves } from '../flow/uses.ts';
import type { Comparison, Fact, Value } from '../flow/values.ts';
import { isOnly, mayBe, Type } from '../model/types.ts';
import { addedUpIn, type AddedUp } from './added-up.ts';
import { believed } from './beliefs.ts';
import { Bounds } from './bounds.ts';
import { isChosen } from './chosen-amounts.ts';
import { lastingFacts } from './lasting.ts';
import { linearOf } from './linear.ts';
import { movementsOf } from './movements.ts';
import { isOfSameParts } from './part-fields.ts';

/**
 * Numbers of a list that the caller brings and that is kept, of which only the sum is held against something: one below zero makes room
 * for another that is larger than all that was there. What is moved, sent or handed on at once is another question.
 */
export const openParts = (flow: Flow): AddedUp[] =>
  addedUpIn(flow).filter(
    (added) =>
      isChosen(added.part) &&
      isHeld(flow, added) &&
      isKept(flow, added) &&
      !isMoved(flow, added) &&
      !isAsked(flow, added),
  );

/** Facts of the ways that lead to the normal end, each with all of those of which one holds. */
const lastingWays = (flow: Flow) =>
  stepsOf(flow, 'way')
    .filter((way) => endsWell(flow, way))
    .flatMap(({ action }) => action.facts.flatMap(factLeaves));

/** The sum is what something else is, or no more. */
function isHeld(flow: Flow, { isSum }: AddedUp): boolean {
  return lastingWays(flow).some((fact) => {
    if (fact.kind !== 'compare') return false;
    const { operator, left, right } = fact;
    if (operator === '==') return isSum(left) !== isSum(right);
    const order = orderOf(fact);
    return order !== undefined && isSum(order.less) && !isSum(order.more);
  });
}

/** The numbers are stored, one by one or as text. */
function isKept(flow: Flow, { part, isSum }: AddedUp): boolean {
  return stepsOf(flow, 'write').some((write) => {
    const { value, item } = write.action;
    return (
      value !== undefined &&
      mayBe(item.valueType, Type.int | Type.str) &&
      isOfSameParts(part, value) &&
      !isSum(value) &&
      endsWell(flow, write)
    );
  });
}

/** A balance is moved by the numbers, or they go to another account or contract, which refuses those below zero. */
function isMoved(flow: Flow, { part, isSum }: AddedUp): boolean {
  const isPart = (value: Value) => isOfSameParts(part, value) && !isSum(value);
  return (
    movementsOf(flow).some(({ amounts }) => amounts.some(({ value }) => isPart(value))) ||
    flow.steps.some((step) => handedOut(step).some(isPart))
  );
}

function handedOut(step: Step): readonly Value[] {
  const outflow = outflowOf(step);
  if (outflow !== undefined) return outflow.amount === undefined ? [] : [outflow.amount];
  const isCall = isStep(step, 'external') && !isQuestion(step);
  return isCall ? argumentsOf(step.action).filter(({ types }) => !isOnly(types, Type.address)) : [];
}

/** Something is asked of one of the numbers, or of all of them, that may keep out what is below zero. */
function isAsked(flow: Flow, { step, part, isSum }: AddedUp): boolean {
  const isPart = (value: Value) => isOfSameParts(part, value) && !isSum(value);
  return (
    new Bounds(lastingFacts(flow, step), believed).isAtLeast(part, 0n) ||
    lastingWays(flow).some((fact) => asksFor(fact, isPart))
  );
}

function asksFor(fact: Fact, isPart: (value: Value) => boolean): boolean {
  if (fact.kind === 'compare') return isAskedIn(fact, isPart);
  if (fact.kind === 'one of') return false;
  const { value } = fact;
  const isDigits = value.node.kind === 'Call' && DIGITS.test(value.shape);
  return (
    (isDigits && fact.kind === 'true' && isPart(value)) ||
    // `all(amount > 0 for amount in amounts)`
    comparisonsIn(value.element ?? value).some(
      (comparison) => orderOf(comparison) !== undefined && [comparison.left, comparison.right].some(isPart),
    )
  );
}

const DIGITS = /\.is(?:digit|decimal|numeric)\(\)$/;

function isAskedIn(fact: Comparison, isPart: (value: Value) => boolean): boolean {
  if (fact.operator === 'in') return isPart(fact.left);
  const order = orderOf(fact);
  return order !== undefined && [...linearOf(order.more).terms.values()].some(({ value }) => isPart(value));
}
