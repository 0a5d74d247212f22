import { factsAt } from '../flow/dominance.ts';
import { stepsOf, type Flow, type StepOf } from '../flow/flow.ts';
import type { Step } from '../flow/steps.ts';
import { hasOrigin, valuesOf } from '../flow/values.ts';
import { isOpen } from './asked.ts';
import { changeOf, isTokenCallback } from './ledger.ts';
import { isOnOneWay } from './repetition.ts';

/**
 * Accounts that are debited by what a signed message says, where nothing is kept of the message: no nonce is counted up, no hash is
 * noted. Whoever has seen the message once sends it again.
 */
export function repeatedOrders(flow: Flow): StepOf<'write'>[] {
  if (flow.entry.kind !== 'external' || isTokenCallback(flow) || !flow.steps.some(isRecovery)) return [];
  return stepsOf(flow, 'write').filter((step) => {
    const change = changeOf(step);
    if (change?.direction !== 'down' || !hasOrigin(change.by, 'parameter') || !isOpen(flow, step))
      return false;
    return !hasNote(flow, step) && !isOfTime(flow, step);
  });
}

/** A signature of the caller's message is worked with. */
function isRecovery({ action }: Step): boolean {
  if (action.kind !== 'platform' || !RECOVERS.test(action.name)) return false;
  return action.args.some((each) => hasOrigin(each, 'parameter'));
}

const RECOVERS = /(?:^|\.)(?:recover_key|ecdsa_recover|ecdsa_verify|verify_signature)$/;

/** Something else than the sums is written along with it: a mark, a nonce. */
const hasNote = (flow: Flow, step: StepOf<'write'>): boolean =>
  stepsOf(flow, 'write').some((write) => write.action.item !== step.action.item && isOnOneWay(write, step));

/** A height that the message holds makes it good for a moment only; another record may rule it out. */
const isOfTime = (flow: Flow, step: StepOf<'write'>): boolean =>
  factsAt(flow, step)
    .flatMap(valuesOf)
    .some(
      (value) =>
        hasOrigin(value, 'block', 'transaction', 'call') ||
        (value.read !== undefined && value.read.item !== step.action.item),
    );
