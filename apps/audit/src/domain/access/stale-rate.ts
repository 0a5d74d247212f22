import { stepsOf, type ContractModel, type Flow, type StepOf } from '../flow/flow.ts';
import { storageOrigins, type StorageItem, type Value } from '../flow/values.ts';
import { once } from '../once.ts';
import { writesBehind } from './behind-call.ts';
import type { Outgoing } from './callee.ts';
import { changeOf } from './ledger.ts';
import { outflowOf } from './outflow.ts';
import { isOpenEntry } from './privileged.ts';

/** A sum that is mended only behind a call, and an entry point that works out by it what somebody gets. */
export interface StaleRate {
  readonly write: StepOf<'write'>;
  readonly by: Flow;
}

/**
 * A sum that goes down or up with what this call moves, behind the call: whoever is called comes back to another entry point, which pays
 * or mints by the sum as it was (`supply * paid // balance`).
 */
export function staleRate(contract: ContractModel, flow: Flow, call: Outgoing): StaleRate | undefined {
  const users = rateUsers(contract);
  for (const write of writesBehind(flow, call)) {
    const by = changeOf(write) === undefined ? undefined : users.get(write.action.item);
    if (by !== undefined && by !== flow) return { write, by };
  }
  return undefined;
}

/** Plain sums by which an open entry point works out what goes out, each with one such entry point. */
const rateUsers = once((contract: ContractModel): ReadonlyMap<StorageItem, Flow> => {
  const users = new Map<StorageItem, Flow>();
  for (const flow of contract.flows.filter(isOpenEntry))
    for (const step of stepsOf(flow, 'arithmetic')) {
      if (step.action.operator !== '//' || !isPaid(flow, step.action.result)) continue;
      for (const item of storageOrigins(step.action.result)) if (item.kind === 'VarDB') users.set(item, flow);
    }
  return users;
});

/** It goes out as it was worked out, or as one of two ways of doing so. */
const isPaid = (flow: Flow, rate: Value): boolean =>
  flow.steps.some((step) => {
    const amount = outflowOf(step)?.amount;
    return (
      amount !== undefined &&
      (amount.shape === rate.shape ||
        amount.choices?.some(({ value }) => value.shape === rate.shape) === true)
    );
  });
