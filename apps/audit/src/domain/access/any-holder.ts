import { isOnly, Type } from '../model/types.ts';
import type { Comparison, Fact, StorageItem, Value } from '../flow/values.ts';

/** `owner_of[id] is not None or owner_of[id] == sender`: as good as no question, once the thing belongs to somebody. */
export const isForAnyHolder = (fact: Fact): boolean => holderOrAny(fact) !== undefined;

/** The place of which a question is content that something stands there, where the sender would do as well. */
export const holderOrAny = (fact: Fact): StorageItem | undefined => senderOr(fact, THERE);

/** The place of which a question is content that nothing stands there, where the sender would do as well. */
export const holderOrNone = (fact: Fact): StorageItem | undefined => senderOr(fact, MISSING);

const THERE: ReadonlySet<string> = new Set(['is not', '!=']);
const MISSING: ReadonlySet<string> = new Set(['is', '==']);

function senderOr(fact: Fact, operators: ReadonlySet<string>): StorageItem | undefined {
  if (fact.kind !== 'one of') return undefined;
  for (const [only, ...rest] of fact.choices) {
    const place = only === undefined || rest.length > 0 ? undefined : placeIn(only, operators);
    if (place?.read === undefined) continue;
    if (fact.choices.some((choice) => choice.some((each) => isSender(each, place)))) return place.read.item;
  }
  return undefined;
}

/** `owner_of[id] is not None`, or `owner_of[id]` of an address. */
function placeIn(fact: Fact, operators: ReadonlySet<string>): Value | undefined {
  if (fact.kind === 'compare')
    return operators.has(fact.operator) && fact.right.constant === null ? fact.left : undefined;
  const isThere = operators === THERE;
  return fact.kind === (isThere ? 'true' : 'false') && isOnly(fact.value.types, Type.address | Type.none)
    ? fact.value
    : undefined;
}

const isSender = (fact: Fact, { shape }: Value): boolean =>
  fact.kind === 'compare' &&
  fact.operator === '==' &&
  shapesOf(fact).has(shape) &&
  shapesOf(fact).has('msg.sender');

const shapesOf = ({ left, right }: Comparison): ReadonlySet<string> => new Set([left.shape, right.shape]);
