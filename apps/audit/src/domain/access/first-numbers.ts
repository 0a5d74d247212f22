import { stepsOf, type ContractModel, type Flow, type StepOf } from '../flow/flow.ts';
import { itemsOfFlows } from '../flow/items-of-flows.ts';
import { hasOrigin, valuesOf, type Fact, type Value } from '../flow/values.ts';
import { once } from '../once.ts';
import { changeOf } from './ledger.ts';

/**
 * Records of the number of an account's thing, where the first of all things has the number 0: whoever has none reads as 0 as well, and
 * is taken for one of the first.
 */
export const firstNumbers = itemsOfFlows((flow) =>
  stepsOf(flow, 'write').flatMap((step) => (isFirstNumber(flow, step) ? [step.action.item] : [])),
);

/** `guild_of[sender] = count.get()`, or the length of a list, and one more behind it; `place[member] = i` in the order of a list. */
function isFirstNumber(flow: Flow, { action: { item, keys, value } }: StepOf<'write'>): boolean {
  if (item.kind !== 'DictDB' || keys.length === 0) return false;
  if (isTurnFromNought(value)) return !keys.some(isTurnFromNought);
  const counter = value?.read;
  if (counter === undefined) return false;
  const read = stepsOf(flow, 'read').find(({ action }) => action.value === value);
  return stepsOf(flow, 'write').some((write) => {
    // What is read behind the write counts this one already.
    if (write.action.item !== counter.item || read === undefined || write.id < read.id) return false;
    if (counter.how === 'length') return write.action.how === 'put';
    const change = changeOf(write);
    return counter.how === 'get' && change?.direction === 'up' && change.by.constant === 1n;
  });
}

/** `for i, member in enumerate(members)`, `for i in range(n)`. */
const isTurnFromNought = (turn: Value | undefined): boolean =>
  turn?.reference?.kind === 'builtin' &&
  turn.reference.name === 'element of range' &&
  (turn.items ?? []).length < 2;

/** Whether a fact asks for the caller's number, and holds of 0: one test for each contract. */
export const takesNobody = once(
  (contract: ContractModel) =>
    (fact: Fact): boolean =>
      isOfNumber(contract, fact),
);

function isOfNumber(contract: ContractModel, fact: Fact): boolean {
  if (fact.kind === 'one of')
    return fact.choices.some((choice) => choice.every((each) => isOfNumber(contract, each)));
  if (fact.kind !== 'compare' || !valuesOf(fact).some((value) => isNumberOfSender(contract, value)))
    return false;
  const { operator, left, right } = fact;
  if (operator === '==') return ![left, right].some(({ constant }) => constant !== undefined);
  if (operator === '<=' || operator === '<')
    return left.constant === 0n ? operator === '<=' : isNumberOfSender(contract, left);
  return (
    (operator === '>=' || operator === '>') &&
    (right.constant === 0n ? operator === '>=' : isNumberOfSender(contract, right))
  );
}

export const isNumberOfSender = (contract: ContractModel, { read }: Value): boolean =>
  read !== undefined &&
  firstNumbers(contract).has(read.item) &&
  read.keys.some((key) => hasOrigin(key, 'sender'));
