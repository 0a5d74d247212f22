import { guardsAt } from '../access/authority.ts';
import { isTokenCallback } from '../access/ledger.ts';
import type { Flow } from '../flow/flow.ts';
import type { Step } from '../flow/steps.ts';
import { hasOrigin, type Value } from '../flow/values.ts';
import { mayBe, Type } from '../model/types.ts';

/** A number that the caller names. */
export const isChosen = (amount: Value): boolean =>
  hasOrigin(amount, 'parameter') && mayBe(amount.types, Type.int) && amount.read === undefined;

/** An amount, or a part of one that was worked out with a fraction. */
export const isFromCaller = (fee: Value): boolean =>
  hasOrigin(fee, 'parameter') &&
  !hasOrigin(fee, 'storage') &&
  mayBe(fee.types, Type.int | Type.float) &&
  fee.read === undefined;

/** A token that was checked to be the right one passes what was moved. */
export function isTokenValue(flow: Flow, step: Step, amount: Value): boolean {
  if (!isTokenCallback(flow) || hasOrigin(amount, 'json')) return false;
  return guardsAt(flow, step).some(({ principal }) => principal === 'sender');
}
