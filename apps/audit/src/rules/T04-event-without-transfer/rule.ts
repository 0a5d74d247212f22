import { defineRule, type Report } from '../../catalogue/rule.ts';
import { factsAt } from '../../domain/flow/dominance.ts';
import { canReach, isStep, type Flow, type StepOf } from '../../domain/flow/flow.ts';
import type { Step } from '../../domain/flow/steps.ts';
import type { Fact, Value } from '../../domain/flow/values.ts';
import type { Node } from '../../domain/python/tree.ts';
import { isFungible, movingFlows, tokenOf, type Token } from '../../domain/token/token.ts';
import { eventArgument, isTransferEvent } from '../../domain/token/transfers.ts';
import { words } from './words.ts';

export const rule = defineRule({
  id: 'T04',
  name: 'event-without-transfer',
  severity: 'high',
  confidence: 'high',
  checklist: ['CL-C12'],
  words,
  check({ contracts }, report) {
    for (const contract of contracts) {
      const token = tokenOf(contract);
      if (!isFungible(token) || token.balances === undefined) continue;
      const told = new Set<Node>();
      for (const flow of movingFlows(contract)) {
        for (const step of flow.steps)
          if (isTransferEvent(step) && !told.has(step.node)) checkEvent(token, flow, step, told, report);
      }
    }
  },
});

function checkEvent(token: Token, flow: Flow, event: StepOf<'event'>, told: Set<Node>, report: Report): void {
  const moves = (step: Step) => isStep(step, 'write') && step.action.item === token.balances;
  const avoid = (step: Step) => moves(step) || movesNothing(step, event);
  if (movesNothing({ action: { kind: 'way', facts: factsAt(flow, event), outcome: true } }, event)) return;
  const comes = canReach(flow.begin, (step) => step === event, avoid) !== undefined;
  if (!comes || canReach(event, (step) => isStep(step, 'exit'), avoid) === undefined) return;
  told.add(event.node);
  const method = flow.entry.fn.name;
  if (flow.steps.some(moves)) report(event, words.says.somePath, { method }, { confidence: 'medium' });
  else report(event, words.says.never, { method });
}

/** Here nothing has to move: the amount is nothing, or both sides are one. */
function movesNothing({ action }: Pick<Step, 'action'>, event: StepOf<'event'>): boolean {
  const [from, to, amount] = [0, 1, 2].map((place) => eventArgument(event, place));
  return (
    action.kind === 'way' && action.facts.some((fact) => isZero(fact, amount) || areEqual(fact, from, to))
  );
}

function isZero(fact: Fact, amount: Value | undefined): boolean {
  if (amount === undefined) return false;
  if (fact.kind === 'false') return fact.value.shape === amount.shape;
  if (fact.kind !== 'compare') return false;
  return (
    fact.left.shape === amount.shape &&
    fact.right.constant === 0n &&
    (fact.operator === '==' || fact.operator === '<=')
  );
}

function areEqual(fact: Fact, from: Value | undefined, to: Value | undefined): boolean {
  if (fact.kind !== 'compare' || fact.operator !== '==' || from === undefined || to === undefined)
    return false;
  const sides = [fact.left.shape, fact.right.shape];
  return sides.includes(from.shape) && sides.includes(to.shape);
}
