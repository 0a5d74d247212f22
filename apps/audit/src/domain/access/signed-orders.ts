import { factsAt } from '../flow/dominance.ts';
import { stepsOf, type Flow, type StepOf } from '../flow/flow.ts';
import type { Step } from '../flow/steps.ts';
import { hasOrigin, sameKeys, valuesOf, type Fact, type Value } from '../flow/values.ts';
import { isOnly, Type } from '../model/types.ts';
import { isOpen } from './asked.ts';
import { guardsAt } from './authority.ts';
import { changeOf, isTokenCallback } from './ledger.ts';
import { outflowOf } from './outflow.ts';
import { isOnOneWay } from './repetition.ts';

/**
 * Accounts that are debited by what a signed message says, where nothing is kept of the message: no nonce is counted up, no hash is
 * noted. Whoever has seen the message once sends it again, or whoever it pays does.
 */
export function repeatedOrders(flow: Flow): StepOf<'write'>[] {
  if (flow.entry.kind !== 'external' || isTokenCallback(flow) || !flow.steps.some(isRecovery)) return [];
  return stepsOf(flow, 'write').filter((step) => {
    const change = changeOf(step);
    if (change?.direction !== 'down' || !hasOrigin(change.by, 'parameter')) return false;
    if (!isOpen(flow, step) && !isBroughtByTaker(flow, step, change.by)) return false;
    return !hasNote(flow, step) && !isOfTime(flow, step);
  });
}

/** A signature of the caller's message is worked with. */
function isRecovery({ action }: Step): boolean {
  if (action.kind !== 'platform' || !RECOVERS.test(action.name)) return false;
  return action.args.some((each) => hasOrigin(each, 'parameter'));
}

const RECOVERS = /(?:^|\.)(?:recover_key|ecdsa_recover|ecdsa_verify|verify_signature)$/;

/** A voucher: the one whom it pays brings it, and no chosen account is needed for that. */
const isBroughtByTaker = (flow: Flow, step: Step, amount: Value): boolean =>
  !guardsAt(flow, step).some(({ kind, inverted }) => kind === 'authority' && !inverted) &&
  flow.steps.some((each) => {
    const outflow = outflowOf(each);
    return (
      outflow?.to?.shape === 'msg.sender' && outflow.amount?.shape === amount.shape && isOnOneWay(step, each)
    );
  });

/** Something else than the sums is written along with it, a mark, a nonce, or the account is closed. */
const hasNote = (flow: Flow, step: StepOf<'write'>): boolean =>
  stepsOf(flow, 'write').some(
    (write) => (write.action.item !== step.action.item || isClosed(write, step)) && isOnOneWay(write, step),
  );

const isClosed = ({ action: write }: StepOf<'write'>, { action }: StepOf<'write'>): boolean =>
  sameKeys(write.keys, action.keys) && (write.value === undefined || write.value.constant !== undefined);

/**
 * A height that the message holds makes it good for a moment only; another record may rule it out. Whose account it is and who may sign
 * for it stay the same.
 */
const isOfTime = (flow: Flow, step: StepOf<'write'>): boolean =>
  factsAt(flow, step)
    .flatMap(valuesOf)
    .some(
      (value) =>
        hasOrigin(value, 'block', 'transaction', 'call') ||
        (value.read !== undefined &&
          value.read.item !== step.action.item &&
          !isAccount(value) &&
          !isNumberOfOrder(value, factsAt(flow, step))),
    );

/** `_nonce == nonces[account]`: what nothing counts up here is the same the next time. */
const isNumberOfOrder = ({ shape }: Value, facts: readonly Fact[]): boolean =>
  facts.some(
    (fact) =>
      fact.kind === 'compare' &&
      fact.operator === '==' &&
      [fact.left, fact.right].some((side) => side.shape === shape) &&
      [fact.left, fact.right].some((side) => side.shape.startsWith('parameter ')),
  );

const isAccount = ({ read }: Value): boolean =>
  read?.how === 'item' && isOnly(read.item.valueType, Type.address);
