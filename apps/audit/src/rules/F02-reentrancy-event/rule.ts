import { defineRule, type Report } from '../../catalogue/rule.ts';
import { isReadAnew, isReentrant, lateWrites } from '../../domain/access/reentrancy.ts';
import { isRepair } from '../../domain/access/behind-call.ts';
import { isHandOver, isOutgoing, trustOf, type Outgoing } from '../../domain/access/callee.ts';
import { lockItems } from '../../domain/access/locks.ts';
import { isOpenEntry } from '../../domain/access/privileged.ts';
import { isStep, stepsAfter, type ContractModel, type Flow, type StepOf } from '../../domain/flow/flow.ts';
import { sourceOf } from '../../domain/flow/values.ts';
import { siteIn } from '../../domain/access/site.ts';
import { words } from './words.ts';

export const rule = defineRule({
  id: 'F02',
  name: 'reentrancy-event',
  severity: 'low',
  confidence: 'medium',
  checklist: ['CL-W07'],
  words,
  check({ contracts }, report) {
    for (const contract of contracts)
      for (const flow of contract.judged) if (isOpenEntry(flow)) checkFlow(contract, flow, report);
  },
});

function checkFlow(contract: ContractModel, flow: Flow, report: Report): void {
  for (const step of flow.steps) {
    // Late writes that a guard depends on are F01.
    if (
      !isOutgoing(step) ||
      !isReentrant(contract, flow, step) ||
      lateWrites(contract, flow, step).length > 0
    )
      continue;
    if (isTrusted(step)) continue;
    const late = firstBehind(contract, flow, step);
    if (late === undefined) continue;
    const call = sourceOf(step.module, step.node);
    const at = siteIn(late.frame, step);
    if (isStep(late, 'event')) report(at, words.says.event, { call, event: late.action.name });
    else report(at, words.says.state, { call, item: late.action.item.name });
  }
}

/** Set by those who may, and nobody else is told of the call. */
const isTrusted = (call: Outgoing): boolean =>
  (trustOf(call) === 'stored' || trustOf(call) === 'fixed') && !isHandOver(call);

/** The first event or write behind a call that neither sets a lock free nor puts a failed payment right. */
function firstBehind(
  contract: ContractModel,
  flow: Flow,
  call: Outgoing,
): StepOf<'event'> | StepOf<'write'> | undefined {
  const after = stepsAfter(call);
  const locks = lockItems(contract);
  return flow.steps.find((step): step is StepOf<'event'> | StepOf<'write'> => {
    if (step.id <= call.id || !after.has(step) || isRepair(flow, step, call)) return false;
    if (isStep(step, 'event')) return true;
    return isStep(step, 'write') && !locks.has(step.action.item) && !isReadAnew(flow, call, step);
  });
}
