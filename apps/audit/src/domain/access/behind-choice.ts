import { factsAt } from '../flow/dominance.ts';
import type { Flow } from '../flow/flow.ts';
import type { Step } from '../flow/steps.ts';
import { factsOf, type Choice, type Comparison, type Fact, type Value } from '../flow/values.ts';

/** What holds at a step, and what held where a variable became what it must be there. */
export const factsBehind = (flow: Flow, step: Step): readonly Fact[] =>
  factsAt(flow, step).flatMap((fact) => [fact, ...behindChoice(fact)]);

/**
 * What held on the one way on which a variable became what a fact says: `may = False`, and `may = True` where nobody has voted yet; a
 * helper that answers `True` where a name stands in a list, and `False` otherwise.
 */
function behindChoice(fact: Fact): readonly Fact[] {
  const left = choicesLeft(fact);
  const [only] = left;
  return only === undefined || left.length > 1 ? [] : only.when.flatMap((when) => factsOf(when, true));
}

function choicesLeft(fact: Fact): readonly Choice[] {
  switch (fact.kind) {
    case 'true':
      return choicesBut(fact.value, false);
    case 'false':
      return choicesBut(fact.value, true);
    case 'compare':
      return comparedChoices(fact);
    case 'one of':
      return [];
  }
}

const choicesBut = ({ choices }: Value, constant: Value['constant']): readonly Choice[] =>
  choices?.filter(({ value }) => value.constant !== constant) ?? [];

/** Those that a comparison with a constant leaves. */
function comparedChoices({ operator, left, right }: Comparison): readonly Choice[] {
  const [made, constant] = left.choices === undefined ? [right, left.constant] : [left, right.constant];
  if (constant === undefined) return [];
  if (operator === '!=' || operator === 'is not') return choicesBut(made, constant);
  if (operator !== '==' && operator !== 'is') return [];
  return (made.choices ?? []).filter(
    ({ value }) => value.constant === undefined || value.constant === constant,
  );
}
