import { factsAt } from '../flow/dominance.ts';
import { stepsOf, type ContractModel, type Flow, type StepOf } from '../flow/flow.ts';
import { itemsOfFlows } from '../flow/items-of-flows.ts';
import {
  hasOrigin,
  ORDERS,
  sameKeys,
  storageOrigins,
  valuesOf,
  type Fact,
  type StorageItem,
  type Value,
} from '../flow/values.ts';
import { isOnly, Type } from '../model/types.ts';
import { once } from '../once.ts';
import { asksAnybody, isPassedBy } from './asked.ts';
import { guardsOf } from './authority.ts';
import { isCompared, isHeldBack } from './bare-writes.ts';
import { changeOf, isUnpaidEntry } from './ledger.ts';
import { isNewThing } from './new-things.ts';
import { isOpenEntry } from './privileged.ts';
import { isHolderInText } from './text-offices.ts';

/** `owner_of[id] is not None`: the thing exists and belongs to somebody, who is not asked. */
export const isOfThing = (contract: ContractModel, fact: Fact): boolean => {
  const records = ownedRecords(contract);
  const isThere = fact.kind === 'compare' ? IS_OTHER.has(fact.operator) : fact.kind === 'true';
  return (
    isThere &&
    valuesOf(fact).every(({ origins }) =>
      [...origins].every((origin) => origin.kind === 'storage' && records.has(origin.item)),
    )
  );
};

const IS_OTHER: ReadonlySet<string> = new Set(['is not', '!=']);

/**
 * Things that belong to an account each, and that everybody may give to whom they like (`owner_of[id] = to`), or take away
 * (`del owner_of[id]`).
 */
export function takenThings(contract: ContractModel, flow: Flow): StepOf<'write'>[] {
  if (!isUnpaidEntry(flow)) return [];
  const records = ownedRecords(contract);
  const begun = begunBySender(contract);
  return stepsOf(flow, 'write').filter((step) => {
    const { item, value, keys } = step.action;
    const isTheirs =
      records.has(item) ||
      begun.has(item) ||
      isKeptBeside(contract, flow, step) ||
      isHolderInText(contract, flow, step);
    if (!isTheirs || !keys.some((key) => hasOrigin(key, 'parameter'))) return false;
    if (!isPassedBy(flow, step, askedOfThing(flow))) return false;
    return isTakenAway(value)
      ? !isHeldBack(flow, step, undefined, (fact) => isOfThing(contract, fact))
      : hasOrigin(value, 'parameter', 'sender') &&
          !(isCompared(flow, step, isNoHolder(contract, value)) && isOfPlace(flow, step)) &&
          !(value?.shape === 'msg.sender' && isNewThing(flow, step));
  });
}

/**
 * What somebody settled of a thing when they began it (a goal, a price), and that whoever likes writes over: other methods ask for the
 * one who began it.
 */
export function rewrittenTerms(contract: ContractModel, flow: Flow): StepOf<'write'>[] {
  if (!isUnpaidEntry(flow)) return [];
  const terms = termsOfThings(contract);
  return stepsOf(flow, 'write').filter((step) => {
    const { item, keys, value } = step.action;
    return (
      terms.has(item) &&
      hasOrigin(value, 'parameter') &&
      keys.some((key) => hasOrigin(key, 'parameter')) &&
      !keys.some((key) => hasOrigin(key, 'sender')) &&
      isPassedBy(flow, step, askedOfThing(flow)) &&
      !isCompared(flow, step)
    );
  });
}

/** Written from what the caller says, together with the caller's name as the holder of a new thing. */
const termsOfThings = once((contract: ContractModel): ReadonlySet<StorageItem> => {
  const records = ownedRecords(contract);
  return new Set(contract.flows.filter(isOpenEntry).flatMap((flow) => termsIn(flow, records)));
});

function termsIn(flow: Flow, records: ReadonlySet<StorageItem>): StorageItem[] {
  const writes = stepsOf(flow, 'write');
  const begun = writes.filter(
    ({ action: { item, keys, value } }) =>
      records.has(item) && value?.shape === 'msg.sender' && !keys.some((key) => hasOrigin(key, 'parameter')),
  );
  return writes.flatMap(({ action: { item, keys, value } }) =>
    hasOrigin(value, 'parameter') && begun.some(({ action }) => sameKeys(action.keys, keys)) ? [item] : [],
  );
}

/** Where it is given to whom the caller likes, that it belongs to somebody is no question of whose it is. */
const isNoHolder =
  (contract: ContractModel, value: Value | undefined) =>
  (fact: Fact): boolean =>
    !hasOrigin(value, 'sender') && isOfThing(contract, fact);

/** What was asked is about this very entry, and not about another one under a key that is put together (`name + "|owner"`). */
function isOfPlace(flow: Flow, step: StepOf<'write'>): boolean {
  const { item, keys } = step.action;
  return factsAt(flow, step).some((fact) =>
    valuesOf(fact).some(
      (value) =>
        storageOrigins(value).includes(item) &&
        (value.read?.item !== item || sameKeys(value.read.keys, keys)),
    ),
  );
}

/** That the caller has some thing or other (`count_of[sender] > 0`, and one less behind it) says nothing about the one that they name. */
const askedOfThing = once((flow: Flow) => {
  const lowered = new Set(
    stepsOf(flow, 'write').flatMap((step) =>
      changeOf(step)?.direction === 'down' ? [step.action.item] : [],
    ),
  );
  return (fact: Fact) => asksAnybody(flow, fact) && !isLeastHolding(fact, lowered);
});

const isLeastHolding = (fact: Fact, lowered: ReadonlySet<StorageItem>): boolean =>
  fact.kind === 'compare' &&
  ORDERS.has(fact.operator) &&
  [fact.left, fact.right].some(({ constant }) => typeof constant === 'bigint') &&
  [fact.left, fact.right].some(({ read }) => read !== undefined && lowered.has(read.item));

/** Removed, or given to nobody: `owner_of[id] = NOBODY`. */
const isTakenAway = (value: Value | undefined): boolean => value === undefined || value.origins.size === 0;

/** Records of addresses that begin with whoever makes a thing: `wallet[next] = sender`. */
const begunBySender = itemsOfFlows(
  (flow) =>
    stepsOf(flow, 'write').flatMap(({ action: { item, keys, value } }) =>
      value?.shape === 'msg.sender' && keys.length > 0 && !keys.some((key) => hasOrigin(key, 'parameter'))
        ? [item]
        : [],
    ),
  isOpenEntry,
);

/** An address that is kept of a thing, under the key under which its holder was looked up (`record.owner is not None`). */
function isKeptBeside(contract: ContractModel, flow: Flow, step: StepOf<'write'>): boolean {
  const { item, keys, value } = step.action;
  if (!isOnly(item.valueType, Type.address) || value === undefined || keys.length === 0) return false;
  const records = ownedRecords(contract);
  return factsAt(flow, step)
    .flatMap(valuesOf)
    .some(({ read }) => read !== undefined && records.has(read.item) && sameKeys(read.keys, keys));
}

/** Records of addresses that the sender is held against: whoever stands there may do more with the thing. */
export const ownedRecords = itemsOfFlows(
  (flow) =>
    stepsOf(flow, 'way').flatMap(({ action }) =>
      action.facts
        .flatMap(guardsOf)
        .flatMap(({ kind, against, inverted }) =>
          kind === 'entitlement' &&
          against.kind === 'storage' &&
          !inverted &&
          isOnly(against.item.valueType, Type.address)
            ? [against.item]
            : [],
        ),
    ),
  isOpenEntry,
);
