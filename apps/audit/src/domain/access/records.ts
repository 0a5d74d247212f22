import { isStep, stepsBefore, stepsOf, type ContractModel, type Flow, type StepOf } from '../flow/flow.ts';
import type { Step } from '../flow/steps.ts';
import {
  hasOrigin,
  storageOrigins,
  valuesOf,
  type Fact,
  type StorageItem,
  type Value,
} from '../flow/values.ts';
import { isOnly, Type } from '../model/types.ts';
import { once } from '../once.ts';
import { isPassedBy, isUnasked, isUnaskedOf, asksAnybody } from './asked.ts';
import { guardsOf } from './authority.ts';
import { isCompared, isHeldBack, OWN } from './bare-writes.ts';
import { isTokenCallback, isUnpaidEntry } from './ledger.ts';
import { isPassedAgain } from './passed-again.ts';
import { isOpenEntry } from './privileged.ts';
import { decidesElsewhere, isReadElsewhere, isUsedElsewhere } from './users.ts';

/**
 * Records that everybody may write over, in a dictionary or below a prefix: an entry under a key that the caller names, taken over from
 * what the caller brings, whoever wrote it before, and read elsewhere.
 */
export function openRecords(contract: ContractModel, flow: Flow): StepOf<'write'>[] {
  if (!isUnpaidEntry(flow)) return [];
  return stepsOf(flow, 'write').filter((step) => {
    const { item, value, keys } = step.action;
    if (item.kind === 'ArrayDB' || value === undefined) return false;
    if (!hasOrigin(value, 'parameter') && !isMark(contract, flow, step)) return false;
    const isNamed = keys.some((key) => hasOrigin(key, 'parameter'));
    if (!isNamed || hasOrigin(value, ...OWN) || keys.some(isOwnKey)) return false;
    return (
      isUnaskedOf(flow, step, keys) &&
      !isHeldBack(flow, step, item, (fact) => isOfThing(contract, fact) || isListed(fact, keys)) &&
      isReadElsewhere(contract, flow, item)
    );
  });
}

/** The caller's own, or the number of a new one; what all names of a contract have in front (`f'{self._id.get()}|{name}'`) is neither. */
const isOwnKey = (key: Value): boolean =>
  hasOrigin(key, ...OWN) &&
  !(
    hasOrigin(key, 'parameter') &&
    !hasOrigin(key, 'sender', 'tx origin', 'sent value', 'call') &&
    storageOrigins(key).every(({ kind }) => kind === 'VarDB')
  );

/**
 * As `openRecords`, where the record becomes the caller's own: what somebody else stored or paid in under that key before is lost.
 */
export function replacedRecords(contract: ContractModel, flow: Flow): StepOf<'write'>[] {
  if (flow.entry.kind !== 'external' || isTokenCallback(flow)) return [];
  return stepsOf(flow, 'write').filter((step) => {
    const { item, value, keys } = step.action;
    if (item.kind === 'ArrayDB' || !hasOrigin(value, 'sender', 'sent value')) return false;
    if (hasOrigin(value, 'storage', 'call') || !keys.some((key) => hasOrigin(key, 'parameter'))) return false;
    if (keys.some((key) => hasOrigin(key, ...OWN, 'block', 'transaction'))) return false;
    return isUnasked(flow, step) && !isAskedBefore(flow, step) && isUsedElsewhere(contract, flow, item);
  });
}

/** What is kept under the same key was looked at on some way here, whether it is free, for sale, still open, and not for a side matter alone. */
function isAskedBefore(flow: Flow, step: StepOf<'write'>): boolean {
  const before = stepsBefore(step);
  const isMadeUpFor = [...before].some(({ action: { kind } }) => kind === 'transfer' || kind === 'external');
  return [...before].some(
    (each) =>
      isStep(each, 'way') &&
      (isMadeUpFor || !isAside(each, before)) &&
      each.action.facts.some((fact) => isAboutSame(fact, step.action.keys) && !isPassedAgain(flow, fact)),
  );
}

/** `if name not in taken: count += 1`: both ways go on to the same end. */
const isAside = (way: Step, before: ReturnType<typeof stepsBefore>): boolean =>
  way.previous.every(({ next }) => next.every((other) => before.has(other)));

const isAboutSame = (fact: Fact, keys: readonly Value[]): boolean =>
  valuesOf(fact).some(
    ({ read }) => read?.keys.some(({ shape }) => keys.some((key) => key.shape === shape)) === true,
  );

/** `states[id] = 'closed'`, where another method goes by what stands there: whoever likes moves anybody's record on. */
function isMark(contract: ContractModel, own: Flow, { action: { item, value } }: StepOf<'write'>): boolean {
  return value?.constant !== undefined && decidesElsewhere(contract, own, item);
}

/** `name in self._names`, where the record stands under `name`: there is such a thing. */
const isListed = (fact: Fact, keys: readonly Value[]): boolean =>
  fact.kind === 'compare' &&
  fact.operator === 'in' &&
  fact.right.reference?.kind === 'container' &&
  keys.some(({ shape }) => shape === fact.left.shape);

/** `owner_of[id] is not None`: the thing exists and belongs to somebody, who is not asked. */
const isOfThing = (contract: ContractModel, fact: Fact): boolean => {
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
export function takenRecords(contract: ContractModel, flow: Flow): StepOf<'write'>[] {
  if (!isUnpaidEntry(flow)) return [];
  const records = ownedRecords(contract);
  return stepsOf(flow, 'write').filter((step) => {
    const { item, value, keys } = step.action;
    if (!records.has(item) || !keys.some((key) => hasOrigin(key, 'parameter'))) return false;
    if (!isPassedBy(flow, step, askedOfThing(flow))) return false;
    return isTakenAway(value)
      ? !isHeldBack(flow, step, undefined, (fact) => isOfThing(contract, fact))
      : hasOrigin(value, 'parameter', 'sender') && !isCompared(flow, step);
  });
}

/** That the caller has something (`count_of[sender] > 0`) says nothing about the thing that they name. */
const askedOfThing = once((flow: Flow) => (fact: Fact) => asksAnybody(flow, fact) && !isLeastHolding(fact));

const isLeastHolding = (fact: Fact): boolean =>
  fact.kind === 'compare' &&
  ['<', '<=', '>', '>='].includes(fact.operator) &&
  [fact.left, fact.right].some(({ constant }) => typeof constant === 'bigint');

/** Removed, or given to nobody: `owner_of[id] = NOBODY`. */
const isTakenAway = (value: Value | undefined): boolean => value === undefined || value.origins.size === 0;

/** Records of addresses that the sender is held against: whoever stands there may do more with the thing. */
export const ownedRecords = once((contract: ContractModel): ReadonlySet<StorageItem> => {
  const items = contract.flows
    .filter(isOpenEntry)
    .flatMap((flow) =>
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
    );
  return new Set(items);
});
