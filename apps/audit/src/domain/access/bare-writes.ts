import { factsAt } from '../flow/dominance.ts';
import { isStep, type Flow, type StepOf } from '../flow/flow.ts';
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
import { isPicked } from './asked.ts';
import { factsBehind } from './behind-choice.ts';

/** What stands under the caller's own name, or beside what was stored or answered, is no bare taking over. */
export const OWN = ['sender', 'tx origin', 'sent value', 'storage', 'call'] as const;

/** An argument or a part of it as it is: what only queries read may as well be the last result of a sum. */
export const isTakenOver = (value: Value): boolean => /^(?:\w+\()?parameter [^()]+\)?$/.test(value.shape);

/** Removed, a constant, or made of itself and constants. */
export const isOwnValue = (value: Value | undefined, item: StorageItem): boolean =>
  value === undefined ||
  value.constant !== undefined ||
  (value.origins.size > 0 &&
    [...value.origins].every((origin) => origin.kind === 'storage' && origin.item === item));

/** Something is done for an account or a thing, or outside the contract. */
export const isOfSomebody = (step: Step): boolean =>
  isStep(step, 'transfer') ||
  isStep(step, 'external') ||
  (isStep(step, 'write') && step.action.keys.length > 0);

/**
 * A bid is held against the highest one before it takes its place. That it would change nothing is no such question, nor is what `isAside`
 * says.
 */
export const isCompared = (
  flow: Flow,
  step: StepOf<'write'>,
  isAside: (fact: Fact) => boolean = () => false,
): boolean =>
  factsAt(flow, step).some(
    (fact) =>
      !isNoChange(fact, step) &&
      !isAside(fact) &&
      valuesOf(fact).some((value) => storageOrigins(value).includes(step.action.item)),
  );

/** `if self._needed.get() == _needed: return` */
const isNoChange = (fact: Fact, { action: { item, value } }: StepOf<'write'>): boolean =>
  fact.kind === 'compare' &&
  (fact.operator === '!=' || fact.operator === 'is not') &&
  [fact.left, fact.right].some(({ shape }) => shape === value?.shape) &&
  [fact.left, fact.right].some(({ read }) => read?.item === item);

/**
 * Something is asked, else than of the list itself: a deadline, a state, what came along; of a record also what it was before, and
 * that its name stands in no list yet. What `isAside` says is no question of this kind holds nobody back.
 */
export const isHeldBack = (
  flow: Flow,
  step: StepOf<'write'>,
  also?: StorageItem,
  isAside: (fact: Fact) => boolean = () => false,
): boolean =>
  factsBehind(flow, step).some(
    (fact) =>
      isAboutKey(fact, step) ||
      (!isRepeated(fact, step) &&
        !isSetUp(fact) &&
        !isAside(fact) &&
        valuesOf(fact).some(
          (value) =>
            hasOrigin(value, 'block', 'transaction', 'sent value', 'icx balance') ||
            (hasOrigin(value, 'call') && !isPicked(flow, value)) ||
            storageOrigins(value).some((item) => item === also || item !== step.action.item),
        )),
  );

/** `states[id] == before`, where the caller says what stood there before: everybody can read that. */
const isRepeated = (fact: Fact, { action: { item } }: StepOf<'write'>): boolean =>
  fact.kind === 'compare' &&
  fact.operator === '==' &&
  [fact.left, fact.right].some(isTakenOver) &&
  [fact.left, fact.right].some(({ read }) => read?.item === item);

/** `self._house.get() is not None`: that the contract knows an account holds nobody back once it does. */
const isSetUp = (fact: Fact): boolean =>
  fact.kind === 'compare' &&
  (fact.operator === 'is not' || fact.operator === '!=') &&
  [fact.left, fact.right].some(({ constant }) => constant === null) &&
  [fact.left, fact.right].some(
    ({ read }) => read?.item.kind === 'VarDB' && isOnly(read.item.valueType, Type.address),
  );

/** `name not in self._names`, where the record stands under `name`: nobody has it yet. */
const isAboutKey = (fact: Fact, { action: { keys } }: StepOf<'write'>): boolean =>
  fact.kind === 'compare' &&
  fact.operator === 'not in' &&
  fact.right.reference?.kind === 'container' &&
  // A prefix is made of bytes: `db.get_sub_db(name.encode())`.
  keys.some(({ shape }) => shape === fact.left.shape || shape.startsWith(`${fact.left.shape}.encode(`));
