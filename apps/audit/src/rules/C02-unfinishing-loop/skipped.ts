import type { Report } from '../../catalogue/rule.ts';
import type { Flow, StepOf } from '../../domain/flow/flow.ts';
import type { Step } from '../../domain/flow/steps.ts';
import type { Comparison, Fact } from '../../domain/flow/values.ts';
import { hasOtherExit } from '../../domain/loops/exits.ts';
import { linearOf, plus, type Linear } from '../../domain/numbers/linear.ts';
import { sidesOf } from './sides.ts';
import { words } from './words.ts';

/** Tells of a counter that may jump over what it is compared with; whether it did. */
export function tellSkipped(
  flow: Flow,
  head: StepOf<'loop'>,
  facts: readonly Fact[],
  rounds: readonly (readonly Fact[])[],
  body: readonly Step[],
  report: Report,
): boolean {
  const [fact, ...others] = facts;
  if (fact?.kind !== 'compare' || fact.operator !== '!=' || others.length > 0) return false;
  for (const [next] of rounds) {
    if (next?.kind !== 'compare') continue;
    const jump = jumpOf(fact, next);
    if (jump === undefined) continue;
    const [counter, target] = sidesOf(flow, head, fact);
    report(
      head,
      words.says.skipped,
      { counter, target, step: jump },
      {
        confidence: hasOtherExit(head, body) ? 'low' : 'high',
      },
    );
    return true;
  }
  return false;
}

/** By how much a counter moves in a round, where that is not one. */
function jumpOf(now: Comparison, next: Comparison): string | undefined {
  const { made } = next.left;
  const inner = made?.operator === '%' ? made.left : next.left;
  const change = plus(linearOf(inner), linearOf(now.left), -1n);
  if (change.terms.has(now.left.shape) || !linearOf(inner).terms.has(now.left.shape)) return undefined;
  if (change.terms.size === 0) return isOne(change) ? undefined : change.constant.toString();
  return [...change.terms.keys()].map((shape) => shape.replace(/^parameter /, '')).join(' + ');
}

const isOne = ({ constant }: Linear): boolean => constant === 1n || constant === -1n || constant === 0n;
