import { stepsOf, type ContractModel, type Flow, type StepOf } from '../flow/flow.ts';
import { itemsOfFlows } from '../flow/items-of-flows.ts';
import { hasOrigin, type Fact, type StorageItem } from '../flow/values.ts';
import { isOnly, Type } from '../model/types.ts';
import { once } from '../once.ts';
import { asksAnybody, isPassedBy, isUnasked } from './asked.ts';
import { guardsOf } from './authority.ts';
import { isCompared, isTakenOver } from './bare-writes.ts';
import { isGivenByOthers, isTakenBack } from './breaches.ts';
import { isOpenEntry, privileges } from './privileged.ts';

/**
 * Accounts of the whole contract (a token that is called, a keeper who is asked for) that every member names anew, where whoever likes
 * becomes a member.
 */
export function namedByMembers(contract: ContractModel, flow: Flow): StepOf<'write'>[] {
  if (!isOpenEntry(flow)) return [];
  return stepsOf(flow, 'write').filter((step) => {
    const { item, value } = step.action;
    if (item.kind !== 'VarDB' || value === undefined || !isTakenOver(value)) return false;
    if (!isOnly(item.valueType, Type.address) || !isTrusted(contract, item)) return false;
    return (
      !isUnasked(flow, step) &&
      isPassedBy(flow, step, askedOfOthers(contract)(flow)) &&
      !isCompared(flow, step)
    );
  });
}

const isTrusted = (contract: ContractModel, item: StorageItem): boolean => {
  const kind = privileges(contract).get(item)?.kind;
  return kind === 'guard' || kind === 'callee';
};

/** One test for each flow: what asks for more than for being a member. */
const askedOfOthers = once((contract: ContractModel) =>
  once((flow: Flow) => (fact: Fact) => asksAnybody(flow, fact) && !isOfMember(contract, fact)),
);

/** `members[sender]`, `shares[sender] > 0`, on each of the ways on which the fact holds or on one of them. */
function isOfMember(contract: ContractModel, fact: Fact): boolean {
  if (fact.kind === 'one of')
    return fact.choices.some((choice) => choice.every((each) => isOfMember(contract, each)));
  const guards = guardsOf(fact);
  return (
    guards.length > 0 &&
    guards.every(
      ({ against, principal }) =>
        principal === 'sender' && against.kind === 'storage' && joined(contract).has(against.item),
    )
  );
}

/** Records in which whoever likes writes themselves, and that nobody gives to others. */
const joined = once(
  (contract: ContractModel): ReadonlySet<StorageItem> =>
    new Set([...openlyJoined(contract)].filter((item) => !isGivenByOthers(contract, item))),
);

const openlyJoined = itemsOfFlows(
  (flow) =>
    stepsOf(flow, 'write').flatMap((step) => {
      const { item, keys, value } = step.action;
      const joins = keys.some((key) => hasOrigin(key, 'sender')) && !isTakenBack(value);
      return joins && isUnasked(flow, step) ? [item] : [];
    }),
  isOpenEntry,
);
