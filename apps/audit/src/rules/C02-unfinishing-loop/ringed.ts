import type { Report } from '../../catalogue/rule.ts';
import { isStep, type ContractModel, type Flow, type StepOf } from '../../domain/flow/flow.ts';
import { sourceOf } from '../../domain/flow/values.ts';
import { hasOtherExit } from '../../domain/loops/exits.ts';
import { ringOf } from '../../domain/loops/rings.ts';
import { words } from './words.ts';

/** Links that lead back to where they begin, followed to an end that they do not have. */
export function checkRinged(
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
  const ring = hasOtherExit(head, body)
    ? undefined
    : ringOf(
        contract,
        body.filter((step) => isStep(step, 'way')),
      );
  if (ring === undefined) return;
  told.add(place);
  const given = { test: sourceOf(head.module, loop.node.test), item: ring.name };
  report(head, words.says.ringed, given, { confidence: 'medium' });
}
