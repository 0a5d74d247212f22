import { defineRule, type Detail, type Report } from '../../catalogue/rule.ts';
import { isOutgoing, type Outgoing } from '../../domain/access/callee.ts';
import { stepsOf, type ContractModel, type Flow } from '../../domain/flow/flow.ts';
import type { Frame, LoopFrame } from '../../domain/flow/steps.ts';
import { sourceOf } from '../../domain/flow/values.ts';
import { recursionsAround, unboundedRounds, type Recursion } from '../../domain/loops/recursion.ts';
import { unboundedTurns, type Unbounded } from '../../domain/loops/turns.ts';
import { words } from './words.ts';

export const rule = defineRule({
  id: 'C04',
  name: 'call-in-loop',
  severity: 'medium',
  confidence: 'high',
  checklist: ['CL-C01'],
  words,
  check({ contracts }, report) {
    for (const contract of contracts) {
      const told = new Set<string>();
      for (const kind of ['external', 'fallback', 'update', 'unreached', 'readonly']) {
        for (const flow of contract.judged)
          if (flow.entry.kind === kind) checkFlow(contract, flow, told, report);
      }
    }
  },
});

function checkFlow(contract: ContractModel, flow: Flow, told: Set<string>, report: Report): void {
  for (const step of flow.steps.filter(isOutgoing)) {
    for (const loop of step.loops) {
      const head = stepsOf(flow, 'loop').find(({ action }) => action.loop === loop);
      const found = head === undefined ? undefined : unboundedTurns(contract, flow, head);
      if (found === undefined) continue;
      tell(flow, step, loop, found, told, report);
      break;
    }
    for (const call of recursionsAround(flow, step)) {
      const found = unboundedRounds(contract, flow, call);
      if (found !== undefined) tellRecursion(flow, step, call, found, told, report);
    }
  }
}

/** What a function does besides calling itself, it does in each round. */
function tellRecursion(
  flow: Flow,
  step: Outgoing,
  { action: { fn, again } }: Recursion,
  found: Unbounded,
  told: Set<string>,
  report: Report,
): void {
  const at = helperBelow(step.frame, again)?.call ?? step;
  const place = `${at.module.path}:${at.node.start}`;
  if (told.has(place)) return;
  told.add(place);
  report(at, words.says.again, { call: sourceOf(step.module, step.node), fn: fn.name }, weight(flow, found));
}

function tell(
  flow: Flow,
  step: Outgoing,
  loop: LoopFrame,
  found: Unbounded,
  told: Set<string>,
  report: Report,
): void {
  const helper = helperBelow(step.frame, loop.frame);
  const at = helper?.call ?? step;
  const place = `${at.module.path}:${at.node.start}`;
  if (told.has(place)) return;
  told.add(place);
  const given = { call: sourceOf(step.module, step.node), loop: headOf(loop) };
  if (helper !== undefined)
    report(at, words.says.inside, { ...given, helper: helper.fn.name }, weight(flow, found));
  else
    report(
      at,
      step.action.kind === 'transfer' ? words.says.transfer : words.says.call,
      given,
      weight(flow, found),
    );
}

/** The call, right in a loop or in a round of a recursion, by which the step is reached. */
function helperBelow(from: Frame, around: Frame): Frame | undefined {
  for (let frame: Frame | undefined = from; frame !== undefined && frame !== around; frame = frame.caller) {
    if (frame.caller === around) return frame;
  }
  return undefined;
}

const headOf = ({ module, node }: LoopFrame): string => sourceOf(module, node).split(':')[0] ?? '';

function weight({ entry }: Flow, found: Unbounded): Detail {
  if (entry.kind === 'readonly') return { severity: 'info' };
  if (entry.kind === 'unreached') return { severity: 'low', confidence: 'low' };
  return found.kind === 'storage' && !found.growth.open ? { confidence: 'medium' } : {};
}
