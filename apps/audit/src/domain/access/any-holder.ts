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
    if (only?.kind !== 'compare' || rest.length > 0 || !operators.has(only.operator)) continue;
    if (only.right.constant !== null || only.left.read === undefined) continue;
    if (fact.choices.some((choice) => choice.some((each) => isSender(each, only.left))))
      return only.left.read.item;
  }
  return undefined;
}

const isSender = (fact: Fact, { shape }: Value): boolean =>
  fact.kind === 'compare' &&
  fact.operator === '==' &&
  shapesOf(fact).has(shape) &&
  shapesOf(fact).has('msg.sender');

const shapesOf = ({ left, right }: Comparison): ReadonlySet<string> => new Set([left.shape, right.shape]);
