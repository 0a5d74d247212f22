import { argumentsOf } from '../flow/arguments.ts';
import { endsWell } from '../access/asked.ts';
import { isAuthorised } from '../access/authority.ts';
import { isOutgoing, isQuestion } from '../access/callee.ts';
import { isStep, stepsOf, type Flow, type StepOf } from '../flow/flow.ts';
import type { Step } from '../flow/steps.ts';
import { hasOrigin, type Fact, type Value } from '../flow/values.ts';
import { believed } from './beliefs.ts';
import { Bounds } from './bounds.ts';
import { lastingFacts } from './lasting.ts';
import { parametersOf } from './naming.ts';

/**
 * `self.msg.value - side_stake`, where the caller says how large the part is, it counts further on, and nothing makes sure that as much
 * was paid.
 */
export function openRests(flow: Flow): StepOf<'arithmetic'>[] {
  if (!flow.entry.payable) return [];
  return stepsOf(flow, 'arithmetic').filter((step) => {
    const { operator, left, right, result } = step.action;
    if (operator !== '-' || left.shape !== 'msg.value' || !isNamed(right) || !endsWell(flow, step))
      return false;
    const facts = lastingFacts(flow, step);
    if (facts.some((fact) => isEqual(fact, result))) return false;
    const bounds = new Bounds(facts, believed);
    // That a part below zero is more than nothing is another defect.
    if (!bounds.isAtLeast(right, 0n) || bounds.isAtLeast(result, 0n)) return false;
    const later = flow.steps.filter(({ id }) => id > step.id);
    return (
      !isAuthorised(flow, step) &&
      !later.some((each) => isRefused(each, result)) &&
      later.some((each) => counts(each, right, result))
    );
  });
}

/** The rest is what the caller named for it, too: `main_stake == self.msg.value - side_stake`. */
const isEqual = (fact: Fact, { shape }: Value): boolean =>
  fact.kind === 'compare' &&
  fact.operator === '==' &&
  [fact.left, fact.right].some((side) => side.shape === shape);

const isNamed = (value: Value): boolean =>
  hasOrigin(value, 'parameter') && !hasOrigin(value, 'storage', 'call', 'sent value');

/** The engine sends no amount below zero. */
function isRefused(step: Step, rest: Value): boolean {
  if (!isOutgoing(step)) return false;
  const sent = step.action.kind === 'transfer' ? step.action.amount : step.action.sent;
  return sent?.shape === rest.shape;
}

/** Something is paid, told or written down by the part that the caller named. */
function counts(step: Step, part: Value, rest: Value): boolean {
  const amounts = amountsIn(step).filter((amount) => amount.shape !== rest.shape);
  const names = parametersOf(part);
  return amounts.some((amount) => {
    const known = parametersOf(amount);
    return names.every((name) => known.includes(name));
  });
}

function amountsIn(step: Step): readonly Value[] {
  if (isStep(step, 'transfer')) return [step.action.amount];
  if (isStep(step, 'external') && !isQuestion(step)) return argumentsOf(step.action);
  return isStep(step, 'write') && step.action.value !== undefined ? [step.action.value] : [];
}
