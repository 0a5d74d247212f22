import { factsAt } from '../flow/dominance.ts';
import { isStep, stepsOf, type ContractModel, type Flow } from '../flow/flow.ts';
import { itemsOfFlows } from '../flow/items-of-flows.ts';
import type { Step } from '../flow/steps.ts';
import { hasOrigin, ORDERS, type Fact, type Value } from '../flow/values.ts';
import { isOnly, Type } from '../model/types.ts';
import { isQuestion } from './callee.ts';
import { changeOf, isTokenCallback } from './ledger.ts';
import { amountOf, isOnOneWay } from './repetition.ts';

/**
 * Payments and credits of an amount that was held against what stands under the caller's name (`balances[sender] >= amount`), or what
 * is left of a thing (`deposit[id] >= amount`), where nothing is written under that name: the same balance pays again.
 */
export function unspentAmounts(contract: ContractModel, flow: Flow): Step[] {
  if (isTokenCallback(flow)) return [];
  return flow.steps.filter((step) => {
    const amount = amountOf(contract, step) ?? creditOf(step);
    if (amount === undefined || !hasOrigin(amount, 'parameter')) return false;
    const asked = factsAt(flow, step)
      .flatMap((fact) => balanceAsked(contract, fact, amount))
      .filter((balance) => isSpentBy(contract, step, balance));
    return asked.length > 0 && !asked.some((balance) => isNoted(flow, step, balance));
  });
}

const creditOf = (step: Step): Value | undefined => {
  const change = isStep(step, 'write') ? changeOf(step) : undefined;
  return change?.direction === 'up' ? change.by : undefined;
};

/** Where nothing at all can be spent yet, a balance that is looked at pays for one in the same place. */
const isSpentBy = (contract: ContractModel, step: Step, { read }: Value): boolean =>
  amountOf(contract, step) !== undefined || (isStep(step, 'write') && step.action.item === read?.item);

/** What the caller has, or what there is for a thing, where the amount is held against it. */
function balanceAsked(contract: ContractModel, fact: Fact, amount: Value): Value[] {
  if (fact.kind !== 'compare' || !ORDERS.has(fact.operator)) return [];
  const { left, right } = fact;
  const other = left.shape === amount.shape ? right : right.shape === amount.shape ? left : undefined;
  if (other?.read === undefined || !isOnly(other.types, Type.int)) return [];
  const { item, keys } = other.read;
  const isOwn = keys.some((key) => hasOrigin(key, 'sender', 'tx origin'));
  const isOfThing = keys.some((key) => hasOrigin(key, 'parameter')) && lowered(contract).has(item);
  return isOwn || isOfThing ? [other] : [];
}

/** Numbers that become less elsewhere: a deposit or a budget, and no limit. */
const lowered = itemsOfFlows((flow) =>
  stepsOf(flow, 'write').flatMap((step) => (changeOf(step)?.direction === 'down' ? [step.action.item] : [])),
);

/** The record itself or another one of the same account is written, or another contract, that keeps the books, is told. */
const isNoted = (flow: Flow, step: Step, { read }: Value): boolean =>
  stepsOf(flow, 'write').some(
    (write) =>
      write !== step &&
      isOnOneWay(write, step) &&
      (write.action.item === read?.item ||
        write.action.keys.some(({ shape }) => read?.keys.some((key) => key.shape === shape))),
  ) ||
  (!isStep(step, 'write') &&
    flow.steps.some((each) => each !== step && isStep(each, 'external') && !isQuestion(each)));
