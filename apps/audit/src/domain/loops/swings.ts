import { dominators } from '../flow/dominance.ts';
import { isStep, type Flow, type StepOf } from '../flow/flow.ts';
import type { Step } from '../flow/steps.ts';
import type { Comparison, Fact, Value } from '../flow/values.ts';

/** Two numbers, of which the second was worked out of the first. */
export interface Swing {
  readonly before: Value;
  readonly after: Value;
}

/**
 * An iteration in whole numbers that is over only when a turn gives the number that it began with. Where a quotient's divisor is made of
 * that number too, it goes down as the number goes up: two numbers may give each other for ever.
 */
export function swingOfExits(flow: Flow, head: StepOf<'loop'>, body: readonly Step[]): Swing | undefined {
  const inside = new Set<Step>([head, ...body]);
  const exits = body.filter((step) => step.next.some((next) => !inside.has(next)));
  if (head.tries.length > 0 || body.some(({ action }) => action.kind === 'raise')) return undefined;
  const swings = exits.map((exit) =>
    [exit, ...dominators(flow, exit)]
      .filter((step) => inside.has(step))
      .flatMap((step) => (isStep(step, 'way') ? step.action.facts : []))
      .map((fact) => swingOf(fact, '=='))
      .find((swing) => swing !== undefined),
  );
  return swings.every((swing) => swing !== undefined) ? swings[0] : undefined;
}

/** As `swingOfExits`, of what is asked where another turn begins: `while guess != last`. */
export function swingOfRounds(rounds: readonly (readonly Fact[])[]): Swing | undefined {
  const swings = rounds.map(([fact, ...others]) =>
    fact === undefined || others.length > 0 ? undefined : swingOf(fact, '!='),
  );
  return swings.every((swing) => swing !== undefined) ? swings[0] : undefined;
}

function swingOf(fact: Fact, operator: Comparison['operator']): Swing | undefined {
  if (fact.kind !== 'compare' || fact.operator !== operator) return undefined;
  const { left, right } = fact;
  if (isQuotientBy(left, right)) return { before: right, after: left };
  return isQuotientBy(right, left) ? { before: left, after: right } : undefined;
}

/** Some quotient in it has a divisor that the number is a part of. */
function isQuotientBy({ made }: Value, number: Value, depth = 0): boolean {
  if (made === undefined || depth > DEEPEST || number.choices === undefined) return false;
  return (
    (made.operator === '//' && isPartOf(made.right, number)) ||
    [made.left, made.right].some((part) => isQuotientBy(part, number, depth + 1))
  );
}

const isPartOf = (whole: Value, number: Value, depth = 0): boolean =>
  whole.shape === number.shape ||
  (depth < DEEPEST &&
    whole.made !== undefined &&
    [whole.made.left, whole.made.right].some((part) => isPartOf(part, number, depth + 1)));

/** Formulas within formulas that are looked into. */
const DEEPEST = 12;
