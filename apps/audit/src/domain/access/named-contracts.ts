import type { Fact } from '../flow/values.ts';

/**
 * `_agent.is_contract or sender == owner`, of an account that the caller names: everybody has a contract that they can name, or an account
 * that is none, so that who calls makes no difference.
 */
export const isForNamedContract = (fact: Fact): boolean =>
  fact.kind === 'one of' &&
  fact.choices.some((choice) => choice.length > 0 && choice.every(isOfNamedContract));

const isOfNamedContract = (fact: Fact): boolean =>
  (fact.kind === 'true' || fact.kind === 'false') && /^parameter \w+\.is_contract$/.test(fact.value.shape);
