import type { Report } from '../../catalogue/rule.ts';
import type { Flow, StepOf } from '../../domain/flow/flow.ts';
import type { Step } from '../../domain/flow/steps.ts';
import type { Fact } from '../../domain/flow/values.ts';
import { hasOtherExit } from '../../domain/loops/exits.ts';
import { missedTarget } from '../../domain/loops/missed.ts';
import { sidesOf } from './sides.ts';
import { words } from './words.ts';

/** Tells of a counter that steps away from what it is compared with where that lies behind it; whether it did. */
export function tellMissed(
  flow: Flow,
  head: StepOf<'loop'>,
  facts: readonly Fact[],
  rounds: readonly (readonly Fact[])[],
  body: readonly Step[],
  report: Report,
): boolean {
  const missed = missedTarget(flow, head, facts, rounds);
  if (missed === undefined || hasOtherExit(head, body)) return false;
  const { side, isUpward } = missed;
  const [left, right] = sidesOf(flow, head, missed.fact);
  const given = side === 'left' ? { counter: left, target: right } : { counter: right, target: left };
  report(head, isUpward ? words.says.passed : words.says.passedBelow, given, { confidence: 'medium' });
  return true;
}
