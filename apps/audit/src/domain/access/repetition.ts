import { factsAt } from '../flow/dominance.ts';
import { isStep, stepsBefore, stepsOf, type ContractModel, type Flow, type StepOf } from '../flow/flow.ts';
import type { Step } from '../flow/steps.ts';
import { stepsOnWaysWithout } from '../flow/ways.ts';
import { hasOrigin, storageOrigins, valuesOf, type StorageItem, type Value } from '../flow/values.ts';
import { isRepair } from './behind-call.ts';
import { isOutgoing, isQuestion } from './callee.ts';
import { changeOf, isTokenCallback, isUnpaidEntry, spendable } from './ledger.ts';
import { lockItems } from './locks.ts';
import { outflowOf } from './outflow.ts';
import { isAmongAllowed, leavesRecord, nameOfMark } from './record-marks.ts';

/** Something that must happen once for each thing, and that a second call makes happen again. */
export interface Repetition {
  readonly step: Step;
  /** Written along with it as if it were a mark, and never looked at before. */
  readonly mark: string | undefined;
  readonly amount: Value;
}

/** Payments and credits of an amount that is kept in storage, where nothing that led there is used up on the way. */
export function repetitionsOf(contract: ContractModel, flow: Flow): Repetition[] {
  if (isTokenCallback(flow)) return [];
  return flow.steps.flatMap((step) => {
    const amount = amountOf(contract, step);
    if (amount === undefined || !isKept(amount) || isPaidElsewhere(flow, step)) return [];
    const deciding = new Set([...storageOrigins(amount), ...questionedBefore(step)]);
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
    return [{ step, mark: mark === undefined ? undefined : nameOfMark(flow, mark), amount }];
  });
}

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
  if (others.some(({ loops }) => loops.length > 0)) return true;
  const avoided = new Set(others);
  const isLeft = (each: Step) => avoided.has(each) || hasFailed(each, step);
  return !stepsOnWaysWithout(flow, isLeft).has(step);
}

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
  if (leavesRecord(flow, write, step, amount) || isAmongAllowed(flow, write, step)) return false;
  if (read?.item !== item || read.keys.length !== keys.length) return true;
  return read.keys.every(({ shape }, place) => shape === keys[place]?.shape || !isOwn(keys[place]));
}

/** What all have together becomes less with every payment, and the entry that is paid stays as it was. */
const isOfAll = (write: StepOf<'write'>): boolean =>
  write.action.keys.length === 0 && changeOf(write)?.direction === 'down';

/** `min(shares[sender], pool)`: the pool only limits what the entry is worth. */
const isLeastOfEntry = ({ reference, items = [] }: Value, pool: StorageItem): boolean =>
  reference?.kind === 'builtin' &&
  reference.name === 'min' &&
  items.some(({ read }) => read !== undefined && read.item !== pool && read.keys.length > 0);

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
