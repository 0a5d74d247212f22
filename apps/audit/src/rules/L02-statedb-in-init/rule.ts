import { defineRule, type Report } from '../../catalogue/rule.ts';
import { isStep, type Flow } from '../../domain/flow/flow.ts';
import type { Frame, Step } from '../../domain/flow/steps.ts';
import { sourceOf } from '../../domain/flow/values.ts';
import { words } from './words.ts';

export const rule = defineRule({
  id: 'L02',
  name: 'statedb-in-init',
  severity: 'critical',
  confidence: 'high',
  checklist: ['CL-C19'],
  words,
  check({ contracts }, report) {
    for (const { flows } of contracts)
      for (const flow of flows) if (flow.entry.kind === 'constructor') checkConstructor(flow, report);
  },
});

function checkConstructor(flow: Flow, report: Report): void {
  const told = new Set<unknown>();
  for (const step of flow.steps) {
    if (!isStep(step, 'read') && !isStep(step, 'write')) continue;
    const access = sourceOf(step.module, step.node);
    const call = callInConstructor(step);
    if (call === undefined) report(step, words.says.direct, { access });
    else if (!told.has(call.node)) {
      // One call may lead to many accesses; the first says enough.
      told.add(call.node);
      report(call, words.says.through, { call: sourceOf(call.module, call.node), access });
    }
  }
}

/** The call in the nearest constructor of a contract that leads to a step; undefined when the step stands in that constructor itself. */
function callInConstructor(step: Step): NonNullable<Frame['call']> | undefined {
  let call: Frame['call'];
  for (let frame: Frame | undefined = step.frame; frame !== undefined; frame = frame.caller) {
    if (frame.fn.name === '__init__' && frame.fn.owner?.role === 'contract') return call;
    call = frame.call;
  }
  return call;
}
