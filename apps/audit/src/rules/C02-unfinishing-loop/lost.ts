import type { Report } from '../../catalogue/rule.ts';
import { isStep, type ContractModel, type Flow, type StepOf } from '../../domain/flow/flow.ts';
import { factsOf, sourceOf } from '../../domain/flow/values.ts';
import { hasOtherExit, testOf } from '../../domain/loops/exits.ts';
import { lostWalk, stepsOfEmpty } from '../../domain/loops/lost.ts';
import { words } from './words.ts';

/** A search for an entry that is not empty, which never ends where there is none. */
export function checkLost(
  contract: ContractModel,
  flow: Flow,
  head: StepOf<'loop'>,
  told: Set<string>,
  report: Report,
): void {
  const { loop } = head.action;
  const place = `${head.module.path}:${head.node.start}`;
  if (loop.node.kind !== 'While' || told.has(place)) return;
  const body = flow.steps.filter(({ loops }) => loops.includes(loop));
  const test = testOf(head, body);
  if (test === undefined) return;
  const { condition } = test.action.value;
  const walk = condition === undefined ? undefined : lostWalk(contract, flow, head, factsOf(condition, true));
  if (walk === undefined || body.some((step) => isStep(step, 'write') && step.action.item === walk.read.item))
    return;
  if (hasOtherExit(head, body, stepsOfEmpty(flow, body, walk))) return;
  told.add(place);
  const given = { test: sourceOf(head.module, loop.node.test), item: walk.read.item.name };
  report(head, words.says.lost, given, { confidence: 'medium' });
}
