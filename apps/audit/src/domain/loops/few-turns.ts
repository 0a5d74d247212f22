import { factsAt } from '../flow/dominance.ts';
import { isStep, type Flow, type StepOf } from '../flow/flow.ts';
import type { Step } from '../flow/steps.ts';
import type { Comparison, Fact, Value } from '../flow/values.ts';
import { believed } from '../numbers/beliefs.ts';
import { Bounds } from '../numbers/bounds.ts';
import { linearOf } from '../numbers/linear.ts';

/**
 * Whether a loop is left after a few turns, however much there is to walk through: `if done == 20: break`. Whatever way leads to
 * another turn, a counter was then held against a limit.
 */
export function isLeftEarly(
  flow: Flow,
  head: StepOf<'loop'>,
  isFew: (limit: Value, known: Bounds) => boolean,
) {
  const ends = head.previous.filter(({ id }) => id > head.id);
  return (
    ends.length > 0 &&
    ends.every((end) => {
      const facts = factsOfEnd(flow, end);
      const known = new Bounds(facts, believed);
      return facts.some(
        (fact) =>
          fact.kind === 'compare' &&
          limitsOf(fact).some(
            ([counter, limit]) =>
              isFew(limit, known) && linearTerms(counter).some((each) => counts(each, head)),
          ),
      );
    })
  );
}

const factsOfEnd = (flow: Flow, end: Step): readonly Fact[] =>
  isStep(end, 'way') ? [...factsAt(flow, end), ...end.action.facts] : factsAt(flow, end);

/** What is still below something: both, in this order. */
function limitsOf({ operator, left, right }: Comparison): (readonly [Value, Value])[] {
  switch (operator) {
    case '<':
    case '<=':
      return [[left, right]];
    case '>':
    case '>=':
      return [[right, left]];
    case '!=':
      return [
        [left, right],
        [right, left],
      ];
    default:
      return [];
  }
}

const linearTerms = (sum: Value): Value[] => [...linearOf(sum).terms.values()].map(({ value }) => value);

/** Goes up with each turn of this very loop: its place in a range, or a number that each turn adds to. */
function counts(counter: Value, { node, action: { loop } }: StepOf<'loop'>): boolean {
  const { reference } = counter;
  const isOfThis = counter.node.start >= node.start && counter.node.end <= node.end;
  if (!isOfThis) return false;
  if (reference?.kind === 'builtin' && reference.name === 'element of range')
    return loop.over !== undefined && counter.node.start < bodyStart(node);
  const [first, ...later] = counter.choices ?? [];
  return first !== undefined && later.length > 0 && later.every(({ value }) => isMore(value, first.value));
}

const bodyStart = (node: Step['node']): number =>
  (node.kind === 'For' ? node.body[0]?.start : undefined) ?? node.end;

/** The number after a turn, and the one before it. */
function isMore({ made, constant }: Value, before: Value): boolean {
  if (typeof constant === 'bigint') return typeof before.constant === 'bigint' && constant > before.constant;
  return made?.operator === '+' && [made.left, made.right].some(isPositive);
}

const isPositive = ({ constant }: Value): boolean => typeof constant === 'bigint' && constant > 0n;
