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
import { isPicked } from './asked.ts';
import { factsBehind } from './behind-choice.ts';

/** What stands under the caller's own name, or beside what was stored or answered, is no bare taking over. */
export const OWN = ['sender', 'tx origin', 'sent value', 'storage', 'call'] as const;

/** An argument or a part of it as it is: what only queries read may as well be the last result of a sum. */
export const isTakenOver = (value: Value): boolean => /^(?:\w+\()?parameter [^()]+\)?$/.test(value.shape);

/** Something is done for an account or a thing, or outside the contract. */
export const isOfSomebody = (step: Step): boolean =>
  isStep(step, 'transfer') ||
  isStep(step, 'external') ||
  (isStep(step, 'write') && step.action.keys.length > 0);

/** A bid is held against the highest one before it takes its place. */
export const isCompared = (flow: Flow, step: StepOf<'write'>): boolean =>
  factsAt(flow, step).some((fact) =>
    valuesOf(fact).some((value) => storageOrigins(value).includes(step.action.item)),
  );

/**
 * Something is asked, else than of the list itself: a deadline, a state, what came along; of a record also what it was before, and
 * that its name stands in no list yet.
 */
export const isHeldBack = (flow: Flow, step: StepOf<'write'>, also?: StorageItem): boolean =>
  factsBehind(flow, step).some(
    (fact) =>
      isAboutKey(fact, step) ||
      (!isRepeated(fact, step) &&
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

/** `name not in self._names`, where the record stands under `name`: nobody has it yet. */
const isAboutKey = (fact: Fact, { action: { keys } }: StepOf<'write'>): boolean =>
  fact.kind === 'compare' &&
  fact.operator === 'not in' &&
  fact.right.reference?.kind === 'container' &&
  // A prefix is made of bytes: `db.get_sub_db(name.encode())`.
  keys.some(({ shape }) => shape === fact.left.shape || shape.startsWith(`${fact.left.shape}.encode(`));
