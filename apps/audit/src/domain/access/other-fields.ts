import { areOtherFields } from '../flow/fields.ts';
import { isStep, stepsBefore, type StepOf } from '../flow/flow.ts';
import { placesOf } from '../flow/places.ts';
import type { Step } from '../flow/steps.ts';
import { storageOrigins, valuesOf, type Value } from '../flow/values.ts';

/**
 * Whether a write goes to another field of a record (`f'{id}|state'`) than those that were asked for or that the amount stands in
 * (`f'{id}|status'`), where all fields are kept in one dictionary.
 */
export function isOtherField(
  { action: { item, keys } }: StepOf<'write'>,
  step: Step,
  amount: Value,
): boolean {
  const known = [amount, ...valuesAsked(step)].filter((value) => storageOrigins(value).includes(item));
  const places = known.map((value) => placesOf(value).filter((place) => place.item === item));
  return (
    known.length > 0 &&
    places.every((each) => each.length > 0 && each.every((place) => areSameBut(place.keys, keys)))
  );
}

const valuesAsked = (step: Step): readonly Value[] =>
  [...stepsBefore(step)].flatMap((way) => (isStep(way, 'way') ? way.action.facts.flatMap(valuesOf) : []));

/** Nothing but a name that is written out differs; a name that is not known (`f'{id}|{field}'` in a loop) may be any. */
const areSameBut = (ones: readonly Value[], others: readonly Value[]): boolean =>
  areOtherFields(ones, others) && withoutNames(ones) === withoutNames(others);

const withoutNames = (keys: readonly Value[]): string =>
  keys.map(({ shape }) => shape.replace(/string [^,()[\]]*/g, 'string')).join();
