import { isStep, stepsBefore, stepsOf, type ContractModel, type Flow, type StepOf } from '../flow/flow.ts';
import type { Step } from '../flow/steps.ts';
import { hasOrigin, storageOrigins, valuesOf, type Fact, type Value } from '../flow/values.ts';
import { isUnasked, isUnaskedOf } from './asked.ts';
import { isHeldBack, OWN } from './bare-writes.ts';
import { isTokenCallback, isUnpaidEntry } from './ledger.ts';
import { isPassedAgain } from './passed-again.ts';
import { isOfThing } from './things.ts';
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
