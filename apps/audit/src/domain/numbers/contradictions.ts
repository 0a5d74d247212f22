import { factsOf, type Comparison, type Fact, type Value } from '../flow/values.ts';
import { Bounds } from './bounds.ts';

/** Whether facts are seen to exclude one another, so that nothing ever comes where all of them would hold. */
export const isContradictory = (facts: readonly Fact[]): boolean =>
  facts.some((fact) => isExcluded(fact, facts));

function isExcluded(fact: Fact, facts: readonly Fact[]): boolean {
  if (fact.kind === 'one of') return false;
  if (fact.kind !== 'compare') return facts.some((other) => isOpposite(fact, other));
  const [opposite] = factsOf(fact, false);
  if (opposite?.kind === 'compare' && facts.some((other) => isSame(opposite, other))) return true;
  return isOutOfBounds(fact, new Bounds(facts.filter((other) => other !== fact)));
}

const isOpposite = (fact: { kind: 'true' | 'false'; value: Value }, other: Fact): boolean =>
  (other.kind === 'true' || other.kind === 'false') &&
  other.kind !== fact.kind &&
  other.value.shape === fact.value.shape;

const isSame = ({ operator, left, right }: Comparison, other: Fact): boolean =>
  other.kind === 'compare' &&
  other.operator === operator &&
  other.left.shape === left.shape &&
  other.right.shape === right.shape;

/** Whether the others say that the numbers are not so. */
function isOutOfBounds({ operator, left, right }: Comparison, others: Bounds): boolean {
  switch (operator) {
    case '<':
      return others.isNotSmaller(left, right);
    case '>':
      return others.isNotSmaller(right, left);
    case '!=':
      return others.isNotSmaller(left, right) && others.isNotSmaller(right, left);
    default:
      return false;
  }
}
