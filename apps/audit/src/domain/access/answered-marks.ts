import { factsAt } from '../flow/dominance.ts';
import { canReach, isStep, stepsBefore, stepsOf, type Flow, type StepOf } from '../flow/flow.ts';
import type { Step } from '../flow/steps.ts';
import { sameKeys, valuesOf, type Value } from '../flow/values.ts';
import { dotted } from '../model/dotted.ts';
import { isQuestion } from './callee.ts';
import { isOpenEntry } from './privileged.ts';

/**
 * Marks that something was done, which are set only where the call that did it answered with something. A call that fails raises; a
 * method that answers nothing has run, and without the mark it runs again. `send`, and methods that are declared with an answer, say
 * whether it worked.
 */
export function answeredMarks(flow: Flow): StepOf<'write'>[] {
  if (!isOpenEntry(flow)) return [];
  const orders = stepsOf(flow, 'external').filter(mayAnswerNothing);
  return stepsOf(flow, 'write').filter(
    (mark) =>
      mark.action.value?.constant === true &&
      orders.some((order) => isSetByAnswer(flow, mark, order.action.result) && isAskedFor(mark, order)),
  );
}

/** `self.call(…)`, or a method that is declared without an answer; what an interface that is missing says is unknown. */
const mayAnswerNothing = (step: StepOf<'external'>): boolean =>
  step.action.cls === undefined
    ? step.node.kind === 'Call' && /(?:^|\.)call$/.test(dotted(step.node.callee) ?? '')
    : !isQuestion(step);

/** The mark stands on the way of an answer, and on the other way the call ends well without it. */
const isSetByAnswer = (flow: Flow, mark: StepOf<'write'>, answer: Value): boolean =>
  factsAt(flow, mark).some((fact) => fact.kind === 'true' && fact.value.shape === answer.shape) &&
  stepsOf(flow, 'way').some(
    (way) =>
      way.action.facts.some((fact) => fact.kind === 'false' && fact.value.shape === answer.shape) &&
      canReach(
        way,
        ({ action }) => action.kind === 'exit',
        (step) => isSamePlace(step, mark),
      ) !== undefined,
  );

const isSamePlace = (step: Step, { action }: StepOf<'write'>): boolean =>
  isStep(step, 'write') && step.action.item === action.item && sameKeys(step.action.keys, action.keys);

/** The mark was looked at before the call: it is what stops a second one. */
const isAskedFor = ({ action: mark }: StepOf<'write'>, order: Step): boolean =>
  [...stepsBefore(order)].some(
    ({ action }) =>
      action.kind === 'way' &&
      action.facts
        .flatMap(valuesOf)
        .some(({ read }) => read?.item === mark.item && sameKeys(read.keys, mark.keys)),
  );
