import { factsAt } from '../flow/dominance.ts';
import { stepsOf, type ContractModel, type Flow, type StepOf } from '../flow/flow.ts';
import { valuesUsed } from '../flow/uses.ts';
import { hasOrigin, valuesOf, type Fact } from '../flow/values.ts';
import { decidesElsewhere } from './users.ts';

/**
 * Switches of the whole contract that a callback sets to what is written there, whoever calls: nothing in it looks at the sender, and
 * what is asked holds of the contract's own token at any time, such as its symbol.
 */
export function believedFlags(contract: ContractModel, flow: Flow): StepOf<'write'>[] {
  if (flow.steps.some((step) => valuesUsed(step).some((value) => hasOrigin(value, 'sender', 'tx origin'))))
    return [];
  return stepsOf(flow, 'write').filter((step) => {
    const { item, value } = step.action;
    if (item.kind !== 'VarDB' || typeof value?.constant !== 'boolean') return false;
    return decidesElsewhere(contract, flow, item) && !factsAt(flow, step).some(holdsBack);
  });
}

/** A state, a time or a sum that has been reached: whoever calls, the switch may be right. */
function holdsBack(fact: Fact): boolean {
  if (fact.kind === 'one of') return fact.choices.flat().some(holdsBack);
  const values = valuesOf(fact);
  if (values.some((value) => hasOrigin(value, 'block', 'transaction', 'sent value', 'icx balance')))
    return true;
  if (!values.some((value) => hasOrigin(value, 'storage', 'call'))) return false;
  return !isOfName(fact) && !isExclusion(fact);
}

/** `token.symbol() != 'ABC'`: what the token that is known is called. */
const isOfName = (fact: Fact): boolean =>
  fact.kind === 'compare' &&
  fact.operator === '==' &&
  [fact.left, fact.right].some(({ constant }) => typeof constant === 'string') &&
  [fact.left, fact.right].some((side) => hasOrigin(side, 'call'));

/** One answer of another contract is refused, and all others will do. */
const isExclusion = (fact: Fact): boolean =>
  fact.kind === 'compare' &&
  fact.operator === '!=' &&
  [fact.left, fact.right].some(({ constant }) => constant !== undefined) &&
  [fact.left, fact.right].some((side) => hasOrigin(side, 'call'));
