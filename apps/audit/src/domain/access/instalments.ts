import { factsAt } from '../flow/dominance.ts';
import { isStep, stepsOf, type Flow } from '../flow/flow.ts';
import { placesOf } from '../flow/places.ts';
import type { Step } from '../flow/steps.ts';
import {
  hasOrigin,
  isSamePlace,
  storageOrigins,
  valuesOf,
  type StorageRead,
  type Value,
} from '../flow/values.ts';
import { isUnasked } from './asked.ts';
import { isUnpaidEntry } from './ledger.ts';
import { outflowOf, type Outflow } from './outflow.ts';
import { isOnOneWay } from './repetition.ts';

/**
 * Payments of the next part of a kept sum, by whoever calls: `(budget - paid) // (parts - parts_paid)`. To pay in parts makes sense only
 * where something says when the next one is due; without that the parts are drawn one after another.
 */
export function undueInstalments(flow: Flow): Step[] {
  if (!isUnpaidEntry(flow)) return [];
  return flow.steps.filter((step) => {
    const outflow = outflowOf(step);
    const part = outflow?.amount;
    if (outflow === undefined || part === undefined || !isPart(part) || isForNext(outflow)) return false;
    const places = placesOf(part);
    return isCounted(flow, step, part) && isUnasked(flow, step) && !isDue(flow, step, places);
  });
}

/** A kept number, divided by how many parts are left. */
const isPart = (value: Value): boolean =>
  value.made?.operator === '//' &&
  [value.made.left, value.made.right].every((side) => storageOrigins(side).length > 0) &&
  !hasOrigin(value, 'parameter', 'sender', 'call', 'sent value', 'block', 'icx balance');

/** One after another gets a share: whose turn it is stands in the number that is counted. */
const isForNext = ({ to }: Outflow): boolean =>
  to?.read?.keys.some((key) => storageOrigins(key).length > 0) === true;

/** How many parts are left is written along with the payment. */
function isCounted(flow: Flow, step: Step, { made }: Value): boolean {
  const counts = made === undefined ? [] : placesOf(made.right);
  return stepsOf(flow, 'write').some(
    (write) => isOnOneWay(write, step) && counts.some((count) => isSamePlace(count, write.action)),
  );
}

/** Another contract was asked, or anything but how much is left and whether there is such a thing. */
const isDue = (flow: Flow, step: Step, places: readonly StorageRead[]): boolean =>
  flow.steps.some((each) => isStep(each, 'external') && each.id < step.id) ||
  factsAt(flow, step)
    .flatMap(valuesOf)
    .some(
      (value) =>
        hasOrigin(value, 'block', 'transaction', 'call', 'json') ||
        placesOf(value).some((read) => !places.some((place) => isSamePlace(place, read))),
    );
