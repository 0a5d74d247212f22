import { factsAt } from '../flow/dominance.ts';
import { canReach, isStep, stepsOf, type Flow, type StepOf } from '../flow/flow.ts';
import type { Step } from '../flow/steps.ts';
import { hasOrigin, type Value } from '../flow/values.ts';
import { isOpen } from './asked.ts';
import { forksOf, holderForks } from './forks.ts';
import { isUnpaidEntry } from './ledger.ts';

/**
 * `if sender == white[game]: white_says[game] = result`, and for everybody else `black_says[game] = result`: whoever is not the one of
 * two is taken for the other.
 */
export function takenForOther(flow: Flow): StepOf<'write'>[] {
  if (!isUnpaidEntry(flow)) return [];
  return [...forksOf(flow, false), ...holderForks(flow)].flatMap(({ chosen, others }) => {
    const said = sayingsBehind(flow, chosen);
    if (said.length === 0) return [];
    return others
      .flatMap((other) => sayingsBehind(flow, other))
      .filter((step) => isOpen(flow, step) && said.every((one) => one.action.item !== step.action.item));
  });
}

/** What the caller says of a thing, where a question came out so. */
const sayingsBehind = (flow: Flow, way: Step): StepOf<'write'>[] =>
  !isStep(way, 'way') || canReach(way, ({ action }) => action.kind === 'exit') === undefined
    ? []
    : stepsOf(flow, 'write').filter(
        (step) =>
          isSaid(step.action.value) &&
          step.action.keys.some((key) => hasOrigin(key, 'parameter')) &&
          !step.action.keys.some((key) => hasOrigin(key, 'sender')) &&
          way.action.facts.length > 0 &&
          way.action.facts.every((fact) => factsAt(flow, step).includes(fact)),
      );

const isSaid = (value: Value | undefined): boolean =>
  hasOrigin(value, 'parameter') && !hasOrigin(value, 'sender', 'storage');
