import { defineRule } from '../../catalogue/rule.ts';
import { judgedFlows } from '../../domain/flow/every-flow.ts';
import { canReach, isStep, stepsOf, type Flow, type StepOf } from '../../domain/flow/flow.ts';
import type { Step } from '../../domain/flow/steps.ts';
import { isWithin } from '../../domain/flow/uses.ts';
import { sourceOf } from '../../domain/flow/values.ts';
import type { Node } from '../../domain/python/tree.ts';
import { words } from './words.ts';

export const rule = defineRule({
  id: 'T09',
  name: 'event-then-revert',
  severity: 'low',
  confidence: 'high',
  checklist: ['CL-C12'],
  words,
  check(subject, report) {
    for (const { event, end } of lostEvents(judgedFlows(subject))) {
      const given = { event: event.action.name, end: sourceOf(end.module, end.node) };
      if (isWithin(subject.facts.find(event.node), 'Handler')) report(event, words.says.inExcept, given);
      else report(event, words.says.reverts, given);
    }
  },
});

interface Lost {
  readonly event: StepOf<'event'>;
  readonly end: Step;
}

/** Events that no entry point keeps, and what undoes them. */
function lostEvents(flows: readonly Flow[]): Lost[] {
  const lost = new Map<Node, Lost>();
  const kept = new Set<Node>();
  for (const event of flows.flatMap((flow) => stepsOf(flow, 'event'))) {
    const end = canReach(event, (step) => isStep(step, 'raise'));
    if (end === undefined || canReach(event, (step) => isStep(step, 'exit')) !== undefined)
      kept.add(event.node);
    else lost.set(event.node, { event, end });
  }
  return [...lost].flatMap(([node, each]) => (kept.has(node) ? [] : [each]));
}
