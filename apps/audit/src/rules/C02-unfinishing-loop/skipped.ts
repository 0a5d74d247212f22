import type { Report } from '../../catalogue/rule.ts';
import type { Flow, StepOf } from '../../domain/flow/flow.ts';
import type { Step } from '../../domain/flow/steps.ts';
import { sourceOf, type Comparison, type Fact } from '../../domain/flow/values.ts';
import { hasOtherExit } from '../../domain/loops/exits.ts';
import { linearOf, plus, type Linear } from '../../domain/numbers/linear.ts';
import { nameOf } from '../../domain/numbers/naming.ts';
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
    const given = {
      counter: nameOf(flow, head, fact.left),
      target: nameOf(flow, head, fact.right),
      step: jump,
    };
    report(head, words.says.skipped, sourceNames(head, fact, given), {
      confidence: hasOtherExit(head, body) ? 'low' : 'high',
    });
    return true;
  }
  return false;
}

function sourceNames(
  { module }: Step,
  { node }: Comparison,
  given: { counter: string; target: string; step: string },
) {
  if (node.kind !== 'Compare') return given;
  const [target] = node.comparators;
  return {
    ...given,
    counter: sourceOf(module, node.left),
    target: target === undefined ? given.target : sourceOf(module, target),
  };
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
