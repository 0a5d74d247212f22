import { factsAt } from '../flow/dominance.ts';
import type { Flow } from '../flow/flow.ts';
import type { Step } from '../flow/steps.ts';
import { hasOrigin, valuesOf, type Value } from '../flow/values.ts';
import { isAccountOfOurs } from './accounts.ts';
import { isUnpaidEntry } from './ledger.ts';
import { isOfSender } from './of-sender.ts';

/**
 * Whether an account that the caller names is held against one that is kept of a thing (`_referee == match.referee.get()`) as if it were
 * the caller: the sender plays no part in anything, and no time has come at which anybody may go on.
 */
export const isPartyOfThing = (flow: Flow, step: Step, authority: Value): boolean =>
  isAccountOfOurs(authority) &&
  authority.read?.keys.some((key) => hasOrigin(key, 'parameter')) === true &&
  isUnpaidEntry(flow) &&
  !flow.steps.some(isOfSender) &&
  !factsAt(flow, step)
    .flatMap(valuesOf)
    .some((value) => hasOrigin(value, 'block', 'call'));
