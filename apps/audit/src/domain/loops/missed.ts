import { factsAt } from '../flow/dominance.ts';
import type { Flow, StepOf } from '../flow/flow.ts';
import { hasOrigin, type Comparison, type Fact, type Value } from '../flow/values.ts';
import { believed } from '../numbers/beliefs.ts';
import { Bounds } from '../numbers/bounds.ts';
import { linearOf, plus } from '../numbers/linear.ts';

/** A counter that goes on until it is equal to a number, and goes one way only. */
export interface MissedTarget {
  readonly fact: Comparison;
  /** The side on which the counter stands. */
  readonly side: 'left' | 'right';
  readonly isUpward: boolean;
}

/**
 * Whether a loop steps towards a number that may lie behind it from the beginning: with `!=` it then never ends. The caller has a hand
 * in where the two stand; what the contract keeps by itself is taken to be in order.
 */
export function missedTarget(
  flow: Flow,
  head: StepOf<'loop'>,
  [fact, ...others]: readonly Fact[],
  rounds: readonly (readonly Fact[])[],
): MissedTarget | undefined {
  if (fact?.kind !== 'compare' || fact.operator !== '!=' || others.length > 0) return undefined;
  for (const side of ['left', 'right'] as const) {
    const counter = fact[side];
    const target = side === 'left' ? fact.right : fact.left;
    const jump = jumpOf(counter, target, side, rounds);
    if (jump !== undefined && mayLieBehind(flow, head, counter, target, jump))
      return { fact, side, isUpward: jump > 0n };
  }
  return undefined;
}

/** By how much the counter moves on every way through a turn, while the target stays. */
function jumpOf(
  counter: Value,
  target: Value,
  side: 'left' | 'right',
  rounds: readonly (readonly Fact[])[],
): bigint | undefined {
  const jumps = rounds.map(([next]) => {
    if (next?.kind !== 'compare') return undefined;
    const [moved, kept] = side === 'left' ? [next.left, next.right] : [next.right, next.left];
    const { constant, terms } = plus(linearOf(moved), linearOf(counter), -1n);
    return terms.size > 0 || constant === 0n || kept.shape !== target.shape ? undefined : constant;
  });
  const [jump] = jumps;
  return jumps.every((each) => each === jump) ? jump : undefined;
}

function mayLieBehind(
  flow: Flow,
  head: StepOf<'loop'>,
  { choices }: Value,
  target: Value,
  jump: bigint,
): boolean {
  const start = choices?.[0]?.value;
  if (start === undefined || ![start, target].some((each) => hasOrigin(each, 'parameter'))) return false;
  const known = new Bounds(factsAt(flow, head), believed);
  return !(jump > 0n ? known.isNotSmaller(target, start) : known.isNotSmaller(start, target));
}
