import type { Report } from '../../catalogue/rule.ts';
import type { Flow, StepOf } from '../../domain/flow/flow.ts';
import type { Step } from '../../domain/flow/steps.ts';
import { sourceOf } from '../../domain/flow/values.ts';
import { stuckTest } from '../../domain/loops/stuck.ts';
import { words } from './words.ts';

/** Tells of a loop that may take a turn in which nothing changes, and then takes it for ever; whether it did. */
export function tellStuck(flow: Flow, head: StepOf<'loop'>, body: readonly Step[], report: Report): boolean {
  const decides = stuckTest(flow, head, body);
  if (decides === undefined) return false;
  report(head, words.says.stuck, { decides: sourceOf(head.module, decides) }, { confidence: 'medium' });
  return true;
}
