import { defineRule, type Detail, type Report } from '../../catalogue/rule.ts';
import type { Text } from '../../catalogue/finding.ts';
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
    for (const { judged } of contracts)
      for (const flow of judged) if (flow.entry.kind === 'constructor') checkConstructor(flow, report);
  },
});

function checkConstructor(flow: Flow, report: Report): void {
  const told = new Set<unknown>();
  for (const step of flow.steps) {
    if (!isStep(step, 'read') && !isStep(step, 'write')) continue;
    const access = sourceOf(step.module, step.node);
    const { call, constructor } = innermostConstructor(step);
    const detail = { reasons: wayTo(constructor) };
    if (call === undefined) report(step, words.says.direct, { access }, detail);
    else if (!told.has(call.node)) {
      // One call may lead to many accesses; the first says enough.
      told.add(call.node);
      report(call, words.says.through, { call: sourceOf(call.module, call.node), access }, detail);
    }
  }
}

/**
 * The constructor nearest to a step, of the contract or of an object that it makes, and the call in it that leads there; no call where
 * the step stands in that constructor itself. A helper that is called may do the same elsewhere, and rightly so.
 */
function innermostConstructor(step: Step): { constructor: Frame; call: Frame['call'] } {
  let { frame } = step;
  let call: Frame['call'];
  while (frame.fn.name !== '__init__' && frame.caller !== undefined) {
    ({ call } = frame);
    frame = frame.caller;
  }
  return { constructor: frame, call };
}

/** The calls by which the constructor of a contract reaches that of another class, from outside in. */
function wayTo(constructor: Frame): NonNullable<Detail['reasons']> {
  const calls: NonNullable<Frame['call']>[] = [];
  for (let frame = constructor; frame.caller !== undefined && !isOfContract(frame); frame = frame.caller)
    if (frame.call !== undefined) calls.unshift(frame.call);
  return calls.map((at) => ({ at, text: LED_HERE }));
}

const LED_HERE: Text = {
  en: 'the constructor of the contract leads there from here',
  ko: '컨트랙트의 생성자가 여기에서 그곳으로 이어집니다',
};

const isOfContract = ({ fn }: Frame): boolean => fn.name === '__init__' && fn.owner?.role === 'contract';
