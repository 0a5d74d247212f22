import { factsAt } from '../flow/dominance.ts';
import { isStep, stepsBefore, stepsOf, type ContractModel, type Flow, type StepOf } from '../flow/flow.ts';
import type { Step } from '../flow/steps.ts';
import { stepsOnWaysWithout } from '../flow/ways.ts';
import { hasOrigin, storageOrigins, valuesOf, type StorageItem, type Value } from '../flow/values.ts';
import { isRepair } from './behind-call.ts';
import { isOutgoing, isQuestion } from './callee.ts';
import { changeOf, isTokenCallback, isUnpaidEntry, spendable } from './ledger.ts';
import { lockItems } from './locks.ts';
import { isDueAgain } from './due-again.ts';
import { isOtherField } from './other-fields.ts';
import { outflowOf } from './outflow.ts';
import { isLeastOfEntry, isOfAll, isPotOfThing } from './pots.ts';
import { isAmongAllowed, isLetThroughAgain, leavesRecord, nameOfMark } from './record-marks.ts';
import { itemsOfTurns } from './turns.ts';

/** Something that must happen once for each thing, and that a second call makes happen again. */
export interface Repetition {
  readonly step: Step;
  readonly mark: Mark | undefined;
  readonly amount: Value;
}

/** Written along with it as if it were a mark. */
export interface Mark {
  readonly name: string;
  /** It is never looked at before, is a time that comes again at once, or a state that is let through as well. */
  readonly why: 'unread' | 'due again' | 'let through';
  /** It stands in the very record that is paid out. */
  readonly isOfRecord: boolean;
}

/** Payments and credits of an amount that is kept in storage, where nothing that led there is used up on the way. */
export function repetitionsOf(contract: ContractModel, flow: Flow): Repetition[] {
  if (isTokenCallback(flow)) return [];
  return flow.steps.flatMap((step) => {
    const amount = amountOf(contract, step);
    if (amount === undefined || !isKept(amount) || isPaidElsewhere(flow, step)) return [];
    const deciding = new Set([...storageOrigins(amount), ...questionedBefore(step), ...itemsOfTurns(step)]);
    const written = stepsOf(flow, 'write').filter(
      (write) => write !== step && isOnOneWay(write, step) && !lockItems(contract).has(write.action.item),
    );
    const uses = written.filter(
      (write) => deciding.has(write.action.item) && usesUp(flow, write, step, amount),
    );
    // What is used up on another branch, for somebody else, is not used up here.
    if (isAlwaysAlong(flow, uses, step)) return [];
    const mark = written.find(
      (write) =>
        changeOf(write) === undefined &&
        write.action.item !== itemOf(step) &&
        !isAmongAllowed(flow, write, step) &&
        isAlwaysAlong(flow, [write], step),
    );
    return [{ step, mark: mark === undefined ? undefined : markOf(flow, mark, step, amount), amount }];
  });
}

const markOf = (flow: Flow, write: StepOf<'write'>, step: Step, amount: Value): Mark => ({
  name: nameOfMark(flow, write),
  why: isDueAgain(flow, write, step)
    ? 'due again'
    : isLetThroughAgain(flow, write, step)
      ? 'let through'
      : 'unread',
  isOfRecord: storageOrigins(amount).includes(write.action.item),
});

/**
 * A fixed amount that is paid to the caller behind a record which stays as it is (`supporters[id] >= 100`): nothing is written but a pot
 * that becomes less, and no time has to come.
 */
export function fixedAgain(contract: ContractModel, flow: Flow): Step[] {
  if (!isUnpaidEntry(flow) || flow.steps.some((step) => isStep(step, 'external') && !isQuestion(step)))
    return [];
  const writes = stepsOf(flow, 'write').filter(({ action }) => !lockItems(contract).has(action.item));
  if (!writes.every(isOfAll)) return [];
  return stepsOf(flow, 'transfer').filter((step) => {
    const { amount, to } = step.action;
    if (typeof amount.constant !== 'bigint' || amount.constant <= 0n || to.shape !== 'msg.sender')
      return false;
    const asked = factsAt(flow, step).flatMap(valuesOf);
    return (
      asked.some(({ read }) => (read?.keys.length ?? 0) > 0) &&
      !asked.some((value) => hasOrigin(value, 'block', 'transaction', 'sent value', 'call'))
    );
  });
}

/** Whether each run that does the one, and does not fail at it, does one of the others, too. */
function isAlwaysAlong(flow: Flow, others: readonly Step[], step: Step): boolean {
  if (others.length === 0) return false;
  // What a loop adds up it takes off in the same turn; without a turn there is nothing to pay.
  if (others.some((other) => isInLoopOf(other, step))) return true;
  const avoided = new Set(others.map((other) => outermostLoop(flow, other) ?? other));
  const isLeft = (each: Step) => avoided.has(each) || hasFailed(each, step);
  return !stepsOnWaysWithout(flow, isLeft).has(step);
}

const isInLoopOf = (one: Step, other: Step): boolean => one.loops.some((loop) => other.loops.includes(loop));

const outermostLoop = (flow: Flow, { loops: [loop] }: Step): Step | undefined =>
  stepsOf(flow, 'loop').find(({ action }) => action.loop === loop);

/** `if not self.icx.send(…)`: nothing was paid on that way. */
const hasFailed = (way: Step, payment: Step): boolean =>
  isStep(way, 'way') &&
  isStep(payment, 'transfer') &&
  way.action.facts.some((fact) => fact.kind === 'false' && fact.value === payment.action.result);

/** Not a record of somebody else, and not only where the payment failed. */
function usesUp(flow: Flow, write: StepOf<'write'>, step: Step, amount: Value): boolean {
  const { read } = amount;
  const items = storageOrigins(amount);
  if (isOutgoing(step) && isRepair(flow, write, step)) return false;
  const { item, keys } = write.action;
  if (isOfAll(write) && (!items.includes(item) || isLeastOfEntry(amount, item))) return false;
  if (isPotOfThing(write, changeOf(write)?.by, amount) || isOtherField(write, step, amount)) return false;
  if (leavesRecord(flow, write, step, amount) || isAmongAllowed(flow, write, step)) return false;
  if (isDueAgain(flow, write, step)) return false;
  if (read?.item !== item || read.keys.length !== keys.length) return true;
  return read.keys.every(({ shape }, place) => shape === keys[place]?.shape || !isOwn(keys[place]));
}

const isOwn = (key: Value | undefined): boolean => key?.shape === 'msg.sender';

/** What goes out, or what an account gets that can be spent. */
export function amountOf(contract: ContractModel, step: Step): Value | undefined {
  const outflow = outflowOf(step);
  if (outflow !== undefined) return outflow.amount;
  if (!isStep(step, 'write') || !spendable(contract).has(step.action.item)) return undefined;
  const change = changeOf(step);
  return change?.direction === 'up' ? change.by : undefined;
}

/** The contract keeps the amount, also in a text; nobody brings or names it. */
const isKept = (amount: Value): boolean =>
  storageOrigins(amount).length > 0 &&
  !hasOrigin(amount, 'parameter', 'call', 'icx balance', 'sent value', 'argument', 'block');

/** Another contract was told to do something else than pay, or money came along: what is used up is not here. */
const isPaidElsewhere = (flow: Flow, step: Step): boolean =>
  flow.steps.some(
    (each) => isStep(each, 'external') && each !== step && !isQuestion(each) && outflowOf(each) === undefined,
  ) || factsAt(flow, step).some((fact) => valuesOf(fact).some((value) => hasOrigin(value, 'sent value')));

const itemOf = (step: Step): StorageItem | undefined =>
  isStep(step, 'write') ? step.action.item : undefined;

/** Both happen in one run. */
export const isOnOneWay = (write: Step, step: Step): boolean =>
  stepsBefore(step).has(write) || stepsBefore(write).has(step);

/** What is asked on some way to a step. */
function questionedBefore(step: Step): StorageItem[] {
  return [...stepsBefore(step)].flatMap(({ action }) =>
    action.kind === 'way'
      ? action.facts.flatMap(valuesOf).flatMap((value) => [...storageOrigins(value), ...containerOf(value)])
      : [],
  );
}

const containerOf = ({ reference }: Value): StorageItem[] =>
  reference?.kind === 'container' ? [reference.item] : [];
