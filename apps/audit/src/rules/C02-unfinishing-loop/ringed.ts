import type { Report } from '../../catalogue/rule.ts';
import { isStep, type ContractModel, type StepOf } from '../../domain/flow/flow.ts';
import type { Step } from '../../domain/flow/steps.ts';
import { sourceOf } from '../../domain/flow/values.ts';
import { hasOtherExit, testOf } from '../../domain/loops/exits.ts';
import { ringOf } from '../../domain/loops/rings.ts';
import { words } from './words.ts';

/** Tells of links that lead back to where they begin, followed to an end that they do not have; whether it did. */
export function tellRinged(
  contract: ContractModel,
  head: StepOf<'loop'>,
  body: readonly Step[],
  report: Report,
): boolean {
  const test = testOf(head, body);
  if (test === undefined || hasOtherExit(head, body)) return false;
  const ways = body.filter((step) => isStep(step, 'way'));
  const ring = ringOf(contract, ways);
  if (ring === undefined) return false;
  const given = { test: sourceOf(head.module, test.node), item: ring.name };
  report(head, words.says.ringed, given, { confidence: 'medium' });
  return true;
}
