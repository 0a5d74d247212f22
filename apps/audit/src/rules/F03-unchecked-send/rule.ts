import { defineRule, type Report } from '../../catalogue/rule.ts';
import { isReverted } from '../../domain/access/forks.ts';
import { isOpenEntry } from '../../domain/access/privileged.ts';
import { judgedFlows } from '../../domain/flow/every-flow.ts';
import { stepsOf, type Flow, type StepOf } from '../../domain/flow/flow.ts';
import type { Frame } from '../../domain/flow/steps.ts';
import { sourceOf } from '../../domain/flow/values.ts';
import type { TreeFacts } from '../../domain/model/tree-facts.ts';
import { useOf } from '../../domain/model/use-of.ts';
import { words } from './words.ts';

export const rule = defineRule({
  id: 'F03',
  name: 'unchecked-send',
  severity: 'medium',
  confidence: 'high',
  checklist: ['CL-W04'],
  words,
  check({ contracts, judgedLoose, facts }, report) {
    for (const flow of judgedFlows({ contracts, judgedLoose })) checkFlow(flow, facts, report);
  },
});

function checkFlow(flow: Flow, facts: TreeFacts, report: Report): void {
  // What is reverted in any case is not paid, whatever `send` answered.
  for (const step of stepsOf(flow, 'transfer'))
    if (step.action.how === 'send' && !isReverted(step)) checkSend(flow, step, facts, report);
}

/** Follows the answer up through the helpers that return it, to where it is dropped. */
function checkSend(flow: Flow, step: StepOf<'transfer'>, facts: TreeFacts, report: Report): void {
  const call = sourceOf(step.module, step.node);
  let at: NonNullable<Frame['call']> = step;
  let frame: Frame | undefined;
  for (let use = useOf(facts, at.node); ; use = useOf(facts, at.node)) {
    if (use.kind === 'unread') {
      report(at, words.says.unread, { call, name: use.name });
      return;
    }
    if (use.kind === 'dropped' && frame === undefined) {
      report(at, words.says.dropped, { call });
      return;
    }
    if (use.kind === 'dropped') {
      report(at, words.says.helper, { call, helper: frame?.fn.name ?? '' });
      return;
    }
    frame = frame === undefined ? step.frame : frame.caller;
    if (use.kind === 'used') return;
    if (frame?.call === undefined || frame.fn === flow.entry.fn) {
      if (isOpenEntry(flow)) report(step, words.says.returned, { call, entry: flow.entry.fn.name });
      return;
    }
    at = frame.call;
  }
}
