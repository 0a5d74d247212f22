import { stepsOf, type Flow } from '../flow/flow.ts';
import { hasOrigin, sameKeys, storageOrigins, valuesOf, type Fact } from '../flow/values.ts';

/** `states[id] != 'banned'`, where `states[id] = 'in'` follows: who came in before is let in again. */
export const isPassedAgain = (flow: Flow, fact: Fact): boolean =>
  fact.kind === 'compare' &&
  (fact.operator === '!=' || fact.operator === 'is not') &&
  stepsOf(flow, 'write').some(({ action: { item, keys, value } }) => {
    const { read } = fact.left;
    if (read?.item !== item || !sameKeys(read.keys, keys) || value?.constant === undefined) return false;
    return fact.right.constant !== undefined && fact.right.constant !== value.constant;
  });

/** Whoever can pay comes past it at any time: what came along was looked at, or nothing that changes. */
export const isPassedByPaying = (flow: Flow, fact: Fact): boolean =>
  valuesOf(fact).some((value) => hasOrigin(value, 'sent value')) ||
  isPassedAgain(flow, fact) ||
  !valuesOf(fact).some(
    (value) =>
      value.reference?.kind === 'container' ||
      storageOrigins(value).length > 0 ||
      hasOrigin(value, 'block', 'transaction', 'call', 'icx balance'),
  );
