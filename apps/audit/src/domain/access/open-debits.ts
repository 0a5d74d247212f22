import { factsAt } from '../flow/dominance.ts';
import {
  stepsAfter,
  stepsBefore,
  stepsOf,
  type ContractModel,
  type Flow,
  type StepOf,
} from '../flow/flow.ts';
import { hasOrigin, storageOrigins, valuesOf, type Fact, type Value } from '../flow/values.ts';
import type { Step } from '../flow/steps.ts';
import { isOnly, Type } from '../model/types.ts';
import { isNamedAccount } from './accounts.ts';
import { isUnasked } from './asked.ts';
import { isTakenOver } from './bare-writes.ts';
import { isOutgoing, isQuestion } from './callee.ts';
import { changeOf, isUnpaidEntry } from './ledger.ts';
import { sumsOf } from './money.ts';
import { isOfSender } from './of-sender.ts';

/** Money that stands under a name which the caller gives, and that goes down. */
export interface OpenDebit {
  readonly step: StepOf<'write'>;
  /** Under whose name it stands: an address, or the number or text by which a member is known. */
  readonly account: Value;
}

/**
 * Fines for which nobody is asked: what was paid in under a name is lowered by a fixed or stored amount, or by as much as the caller
 * says, as often as somebody likes. Nothing else is kept of it, no time has to pass, nothing is paid out, and the sender plays no part.
 */
export function openDebits(contract: ContractModel, flow: Flow): OpenDebit[] {
  if (!isUnpaidEntry(flow) || flow.steps.some((step) => isOfSender(step) || isDealing(step))) return [];
  return stepsOf(flow, 'write').flatMap((step) => {
    const change = changeOf(step);
    const account = step.action.keys.find(isTakenOver);
    if (change?.direction !== 'down' || account === undefined || !sumsOf(contract).has(step.action.item))
      return [];
    if (!isForeign(change.by, account) || !isUnasked(flow, step)) return [];
    return isOnlyChange(flow, step, account) && !isDue(flow, step, account) ? [{ step, account }] : [];
  });
}

/** Paid out, or done for another contract. */
const isDealing = (step: Step): boolean => isOutgoing(step) && !isQuestion(step);

/** Not worked out of what the account has: a setting, a constant, or an amount of the caller. */
function isForeign(by: Value, account: Value): boolean {
  if (hasOrigin(by, 'call', 'json', 'block', 'transaction', 'icx balance') || by.constant === 0n)
    return false;
  // An address is told of by whoever looks for debits of an account.
  if (hasOrigin(by, 'parameter')) return !isNamedAccount(account);
  if (by.read !== undefined) return by.read.keys.every(({ constant }) => constant !== undefined);
  return by.made === undefined && storageOrigins(by).length === 0;
}

/** Nothing else is written under that name, and nothing that was asked for is written. */
function isOnlyChange(flow: Flow, step: StepOf<'write'>, account: Value): boolean {
  const asked = new Set(factsAt(flow, step).flatMap(valuesOf).flatMap(storageOrigins));
  const [before, after] = [stepsBefore(step), stepsAfter(step)];
  return stepsOf(flow, 'write').every(
    (write) =>
      write === step ||
      !(before.has(write) || after.has(write)) ||
      (!write.action.keys.some(({ shape }) => shape === account.shape) &&
        (write.action.item === step.action.item || !asked.has(write.action.item))),
  );
}

/** A time has come, an oracle has spoken, or another number of the account says that it owes something. */
const isDue = (flow: Flow, step: StepOf<'write'>, account: Value): boolean =>
  factsAt(flow, step).some((fact) => isOfTime(fact) || isOfDebt(fact, step, account));

const isOfTime = (fact: Fact): boolean =>
  valuesOf(fact).some((value) => hasOrigin(value, 'block', 'transaction', 'call', 'icx balance'));

const isOfDebt = (fact: Fact, { action }: StepOf<'write'>, account: Value): boolean =>
  valuesOf(fact).some(
    ({ read }) =>
      read !== undefined &&
      read.item !== action.item &&
      isOnly(read.item.valueType, Type.int) &&
      read.keys.some(({ shape }) => shape === account.shape),
  );
