import type { Report } from '../../catalogue/rule.ts';
import type { Flow, StepOf } from '../../domain/flow/flow.ts';
import type { Step } from '../../domain/flow/steps.ts';
import { sourceOf, type Fact } from '../../domain/flow/values.ts';
import { circledEntries } from '../../domain/loops/circles.ts';
import { hasOtherExit } from '../../domain/loops/exits.ts';
import { words } from './words.ts';

/** Tells of a search round a ring that nothing ends where no entry suits; whether it did. */
export function tellCircled(
  flow: Flow,
  head: StepOf<'loop'>,
  facts: readonly Fact[],
  rounds: readonly (readonly Fact[])[],
  body: readonly Step[],
  report: Report,
): boolean {
  const { node } = head.action.loop;
  if (node.kind !== 'While' || hasOtherExit(head, body)) return false;
  const item = circledEntries(flow, head, facts, rounds, body);
  if (item === undefined) return false;
  const given = { test: sourceOf(head.module, node.test), item: item.name };
  report(head, words.says.circled, given, { confidence: 'medium' });
  return true;
}
