import { argumentsOf } from '../flow/arguments.ts';
import { isStep, stepsOf, type ContractModel, type Flow, type StepOf } from '../flow/flow.ts';
import type { Step } from '../flow/steps.ts';
import { hasOrigin, storageOrigins, type StorageItem, type Value } from '../flow/values.ts';
import { isOnly, Type } from '../model/types.ts';
import { tokenOf } from '../token/token.ts';
import { once } from '../once.ts';
import { isQuestion } from './callee.ts';
import { changeOf, isTokenCallback, spendable } from './ledger.ts';
import { outflowOf, type Outflow } from './outflow.ts';

/** A sum in storage that an entry point changes. */
export interface SumChange {
  readonly step: StepOf<'write'>;
  /** `clear` is a write of zero, or a removal. */
  readonly how: 'up' | 'down' | 'set' | 'clear';
  /** By how much, or what it becomes. */
  readonly amount: Value | undefined;
}

/** All that one entry point does with ICX and tokens. */
export interface MoneyFlow {
  readonly flow: Flow;
  readonly takes: 'icx' | 'token' | undefined;
  /** Calls by which another contract's tokens are pulled in or burnt. */
  readonly pulls: readonly StepOf<'external'>[];
  readonly changes: readonly SumChange[];
  readonly outflows: readonly Outflow[];
  /** Calls of another kind that hand over an account and a number, and answer nothing: the callee may move what is theirs. */
  readonly others: readonly StepOf<'external'>[];
  /** Sums that say how much goes out, and are not changed here. */
  readonly deciding: readonly StorageItem[];
}

/** What the entry points of a contract do with money, those that do nothing left out. */
export function moneyFlows(contract: ContractModel): MoneyFlow[] {
  const sums = sumsOf(contract);
  return contract.flows
    .filter(({ entry: { kind } }) => kind !== 'readonly' && kind !== 'constructor' && kind !== 'unreached')
    .map((flow) => moneyFlow(flow, sums))
    .filter(
      ({ takes, pulls, changes, outflows, others }) =>
        takes !== undefined || pulls.length + changes.length + outflows.length + others.length > 0,
    );
}

function moneyFlow(flow: Flow, sums: ReadonlySet<StorageItem>): MoneyFlow {
  const changes = stepsOf(flow, 'write')
    .filter(({ action }) => sums.has(action.item))
    .map(changeIn);
  const outflows = flow.steps.flatMap((step) => outflowOf(step) ?? []);
  const changed = new Set(changes.map(({ step }) => step.action.item));
  const named = outflows.flatMap(({ amount }) => (amount === undefined ? [] : storageOrigins(amount)));
  return {
    flow,
    takes: takesOf(flow),
    pulls: flow.steps.filter(isPull),
    changes,
    outflows,
    others: flow.steps.filter(isOther),
    deciding: [...new Set(named)].filter((item) => sums.has(item) && !changed.has(item)),
  };
}

function takesOf(flow: Flow): MoneyFlow['takes'] {
  if (flow.entry.payable) return 'icx';
  return isTokenCallback(flow) ? 'token' : undefined;
}

const PULLS = /^_?(?:\w*transferFrom|burn|redeem)/i;

const isPull = (step: Step): step is StepOf<'external'> =>
  isStep(step, 'external') && PULLS.test(step.action.method);

/** Another contract is told an account and a number, and answers nothing. */
export function isOther(step: Step): step is StepOf<'external'> {
  if (!isStep(step, 'external') || PULLS.test(step.action.method)) return false;
  if (outflowOf(step) !== undefined || isQuestion(step)) return false;
  const given = argumentsOf(step.action);
  return [Type.address, Type.int].every((type) => given.some(({ types }) => isOnly(types, type)));
}

function changeIn(step: StepOf<'write'>): SumChange {
  const change = changeOf(step);
  if (change !== undefined) return { step, how: change.direction, amount: change.by };
  const { value } = step.action;
  const clears = value === undefined || value.constant === 0n;
  return { step, how: clears ? 'clear' : 'set', amount: clears ? undefined : value };
}

/** Numbers in storage that stand for money: what came in, what decides how much goes out, balances that are spent. */
export const sumsOf = once((contract: ContractModel): ReadonlySet<StorageItem> => {
  const { balances, supply } = tokenOf(contract);
  const items = [...spendable(contract), balances, supply, ...contract.flows.flatMap(sumsIn)];
  return new Set(
    items.flatMap((item) => (item !== undefined && isOnly(item.valueType, Type.int) ? [item] : [])),
  );
});

const sumsIn = once((flow: Flow): readonly StorageItem[] => {
  const credited = stepsOf(flow, 'write').filter(
    ({ action: { value } }) =>
      hasOrigin(value, 'sent value') || (isTokenCallback(flow) && hasOrigin(value, 'parameter')),
  );
  const paid = flow.steps.flatMap((step) => outflowOf(step)?.amount ?? []);
  return [...credited.map(({ action }) => action.item), ...paid.flatMap(storageOrigins)];
});
