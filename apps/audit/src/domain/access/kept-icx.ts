import { argumentsOf } from '../flow/arguments.ts';
import { factsAt } from '../flow/dominance.ts';
import { isStep, stepsOf, type ContractModel, type Flow, type StepOf } from '../flow/flow.ts';
import type { Step } from '../flow/steps.ts';
import { hasOrigin, type Comparison, type StorageItem, type Value } from '../flow/values.ts';
import { linearOf } from '../numbers/linear.ts';
import { changeOf } from './ledger.ts';

/** ICX that leaves, and how much of it. */
interface Payment {
  readonly flow: Flow;
  readonly step: Step;
  readonly amount: Value;
}

/**
 * Whether a contract pays, and no payment is of more than what was booked of ICX that came, or what came with the same call: what
 * comes in and is booked nowhere can then never leave.
 */
export function paysBookedOnly({ cls, flows }: ContractModel): boolean {
  if (cls.unknownBase || flows.some(({ cut }) => cut)) return false;
  const reached = flows.filter(({ entry }) => entry.kind !== 'unreached');
  const payments = reached.flatMap(paymentsIn);
  const booked = bookedItems(reached);
  return payments.length > 0 && payments.every((payment) => isBacked(payment, booked));
}

const paymentsIn = (flow: Flow): Payment[] =>
  flow.steps.flatMap((step) => {
    const amount = isStep(step, 'transfer')
      ? step.action.amount
      : isStep(step, 'external')
        ? step.action.sent
        : undefined;
    return amount === undefined ? [] : [{ flow, step, amount }];
  });

const isSent = (value: Value | undefined): boolean => hasOrigin(value, 'sent value');

/** What came with the call is put down somewhere, or goes on. */
export const isBooked = ({ steps }: Flow): boolean =>
  steps.some(
    (step) =>
      (isStep(step, 'write') && (isSent(step.action.value) || step.action.keys.some(isSent))) ||
      (isStep(step, 'transfer') && isSent(step.action.amount)) ||
      (isStep(step, 'external') && [...argumentsOf(step.action), step.action.sent].some(isSent)),
  );

/** What goes up by ICX that came, and by nothing else but what goes down elsewhere. */
function bookedItems(flows: readonly Flow[]): ReadonlySet<StorageItem> {
  const writes = flows.flatMap((flow) => stepsOf(flow, 'write').map((write) => ({ flow, write })));
  const credited = writes.flatMap(({ write: { action } }) => (isSent(action.value) ? [action.item] : []));
  const inflated = new Set(
    writes.flatMap(({ flow, write }) => (isKept(flow, write) ? [] : [write.action.item])),
  );
  return new Set(credited.filter((item) => !inflated.has(item)));
}

function isKept(flow: Flow, write: StepOf<'write'>): boolean {
  const { item, value } = write.action;
  if (value === undefined || value.constant === 0n || isSent(value)) return true;
  const change = changeOf(write);
  if (change === undefined) return false;
  return (
    change.direction === 'down' || stepsOf(flow, 'write').some((other) => isTaken(other, item, change.by))
  );
}

function isTaken(write: StepOf<'write'>, item: StorageItem, by: Value): boolean {
  const change = write.action.item === item ? changeOf(write) : undefined;
  return change?.direction === 'down' && change.by.shape === by.shape;
}

function isBacked({ flow, step, amount }: Payment, booked: ReadonlySet<StorageItem>): boolean {
  if (hasOrigin(amount, 'icx balance')) return false;
  const { constant, terms } = linearOf(amount);
  const paid = [...terms.values()].filter(({ factor }) => factor > 0n);
  const covers = factsAt(flow, step).flatMap((fact) => (fact.kind === 'compare' ? coveredBy(fact) : []));
  if (constant > 0n && !covers.some((cover) => cover.constant === constant)) return false;
  return paid.every(
    ({ value, factor }) =>
      factor === 1n &&
      (value.shape === 'msg.value' ||
        (value.read !== undefined && booked.has(value.read.item)) ||
        covers.some(({ shape }) => shape === value.shape)),
  );
}

/** What a fact says that at least came in: `self.msg.value >= price`. */
export function coveredBy({ operator, left, right }: Comparison): Value[] {
  if (left.shape === 'msg.value' && ['>=', '==', '>'].includes(operator)) return [right];
  return right.shape === 'msg.value' && ['<=', '==', '<'].includes(operator) ? [left] : [];
}
