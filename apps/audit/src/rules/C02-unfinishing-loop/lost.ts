import type { Report } from '../../catalogue/rule.ts';
import { isStep, type ContractModel, type Flow, type StepOf } from '../../domain/flow/flow.ts';
import type { Step } from '../../domain/flow/steps.ts';
import { factsOf, sourceOf } from '../../domain/flow/values.ts';
import { hasOtherExit, testOf } from '../../domain/loops/exits.ts';
import { lostWalk, stepsOfEmpty } from '../../domain/loops/lost.ts';
import { words } from './words.ts';

/** Tells of a search for an entry that is not empty, which never ends where there is none; whether it did. */
export function tellLost(
  contract: ContractModel,
  flow: Flow,
  head: StepOf<'loop'>,
  body: readonly Step[],
  report: Report,
): boolean {
  const test = testOf(head, body);
  const condition = test?.action.value.condition;
  const walk = condition === undefined ? undefined : lostWalk(contract, flow, head, factsOf(condition, true));
  if (test === undefined || walk === undefined) return false;
  if (body.some((step) => isStep(step, 'write') && step.action.item === walk.read.item)) return false;
  if (hasOtherExit(head, body, stepsOfEmpty(flow, body, walk))) return false;
  const given = { test: sourceOf(head.module, test.node), item: walk.read.item.name };
  report(head, words.says.lost, given, { confidence: 'medium' });
  return true;
}
