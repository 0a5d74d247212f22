import type { Report } from '../../catalogue/rule.ts';
import { factsAt } from '../../domain/flow/dominance.ts';
import type { Flow, StepOf } from '../../domain/flow/flow.ts';
import type { Step } from '../../domain/flow/steps.ts';
import { hasOrigin, sourceOf, type Fact, type Value } from '../../domain/flow/values.ts';
import { hasOtherExit } from '../../domain/loops/exits.ts';
import { Bounds } from '../../domain/numbers/bounds.ts';
import { words } from './words.ts';

/**
 * Tells of a number that is divided until it is zero and may be below zero: Python rounds down, so that `-1 // 2` is `-1` for ever.
 * Whether it did.
 */
export function tellHalved(
  flow: Flow,
  head: StepOf<'loop'>,
  facts: readonly Fact[],
  rounds: readonly (readonly Fact[])[],
  body: readonly Step[],
  report: Report,
): boolean {
  const number = numberOf(facts);
  if (number === undefined || !hasOrigin(number, 'parameter', 'call', 'block') || hasOtherExit(head, body))
    return false;
  const isDivided = rounds.some((round) => {
    const { made } = numberOf(round) ?? {};
    return made !== undefined && isDivision(made.operator, made.right) && made.left.shape === number.shape;
  });
  if (!isDivided || new Bounds(factsAt(flow, head)).isAtLeast(number, 0n)) return false;
  const test = head.action.loop.node.kind === 'While' ? head.action.loop.node.test : head.node;
  report(head, words.says.halved, { test: sourceOf(head.module, test) }, { confidence: 'medium' });
  return true;
}

/** `n != 0`, or `n` alone. */
function numberOf([fact, ...others]: readonly Fact[]): Value | undefined {
  if (others.length > 0) return undefined;
  if (fact?.kind === 'true') return fact.value;
  return fact?.kind === 'compare' && fact.operator === '!=' && fact.right.constant === 0n
    ? fact.left
    : undefined;
}

const isDivision = (operator: string, { constant }: Value): boolean =>
  typeof constant === 'bigint' &&
  ((operator === '//' && constant > 1n) || (operator === '>>' && constant > 0n));
