import { isStep, type ContractModel, type Flow, type StepOf } from '../flow/flow.ts';
import { itemsOfFlows } from '../flow/items-of-flows.ts';
import { isUnset } from '../flow/unset.ts';
import { hasOrigin, valuesOf, type Fact, type Origin, type StorageItem, type Value } from '../flow/values.ts';
import { once } from '../once.ts';
import { isNamedAccount } from './accounts.ts';
import { asksWho } from './asked.ts';
import { guardsOf, isAuthorised } from './authority.ts';
import { changeOf, isTokenCallback } from './ledger.ts';
import { isOpenEntry } from './privileged.ts';

/**
 * A test whether a fact lets in only those whom somebody else has chosen. To have paid in, to have joined or to have waited lets
 * everybody in who does so: `stakes[sender] >= price`, `joined[sender]`, `now - last[sender] >= day`.
 */
export const asksForChosen = once((contract: ContractModel) =>
  once((fact: Fact): boolean => isForChosen(contract, fact)),
);

function isForChosen(contract: ContractModel, fact: Fact): boolean {
  if (fact.kind === 'one of')
    return fact.choices.every((choice) => choice.some((each) => isForChosen(contract, each)));
  const guards = guardsOf(fact).filter(({ inverted }) => !inverted);
  if (guards.some(({ kind, principal }) => kind === 'authority' && principal === 'tx origin')) return true;
  if (!asksWho(fact)) return false;
  const places = valuesOf(fact).flatMap((value) => ownPlaces(value));
  for (const { against } of guards) {
    if (against.kind === 'storage') places.push(against.item);
    else if (against.kind !== 'other') return true;
  }
  const own = ownRecords(contract);
  return places.length === 0 || places.some((item) => !own.has(item));
}

/** What is kept under the caller's own name, of all that a value is made of. */
function ownPlaces(value: Value, depth = 0): StorageItem[] {
  const { read, made, choices, items } = value;
  const isOwn = read?.keys.some((key) => hasOrigin(key, 'sender')) === true;
  if (isOwn || depth === DEEPEST) return isOwn ? [read.item] : [];
  const parts = [
    ...(made === undefined ? [] : [made.left, made.right]),
    ...(choices ?? []).map((choice) => choice.value),
    ...(items ?? []),
  ];
  return parts.flatMap((part) => ownPlaces(part, depth + 1));
}

const DEEPEST = 4;

/**
 * Places where whoever likes stands, or has something of their own: nobody who may do more than others put it there. What a holder may
 * hand on reaches anybody, too.
 */
export const ownRecords = itemsOfFlows(
  (flow) =>
    flow.steps.flatMap((step) =>
      isStep(step, 'write') && isPutByThemselves(flow, step) ? [step.action.item] : [],
    ),
  isOpenEntry,
);

function isPutByThemselves(flow: Flow, step: StepOf<'write'>): boolean {
  const { keys, value } = step.action;
  if (value === undefined || isUnset(value) || changeOf(step)?.direction === 'down') return false;
  // The player whom a token names, and the token itself is asked who it is.
  if (isTokenCallback(flow)) return keys.some((key) => hasOrigin(key, ...NAMED_BY_TOKEN));
  return (
    [...keys, value].some((each) => hasOrigin(each, 'sender') || isNamedAccount(each)) &&
    !isAuthorised(flow, step)
  );
}

const NAMED_BY_TOKEN: readonly Origin['kind'][] = ['parameter', 'sender'];
