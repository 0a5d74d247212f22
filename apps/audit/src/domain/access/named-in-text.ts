import { factsAt } from '../flow/dominance.ts';
import { isStep, stepsOf, type ContractModel, type Flow } from '../flow/flow.ts';
import type { Step } from '../flow/steps.ts';
import { hasOrigin, type Comparison, type Fact, type Value } from '../flow/values.ts';
import { once } from '../once.ts';
import { isOpen } from './asked.ts';
import { isOutgoing } from './callee.ts';
import { isOfSender } from './of-sender.ts';
import { isOpenEntry } from './privileged.ts';

/** A question of a holder whose name the caller gives. */
export interface NamedInText {
  readonly fact: Fact;
  readonly account: Value;
}

/**
 * `record['client'] != str(_client)` of a record that is kept as text, where other methods hold the sender against that name: who is
 * meant to call stands in an argument, and the sender plays no part in what is done.
 */
export function namedInText(contract: ContractModel, flow: Flow): NamedInText | undefined {
  if (!isOpenEntry(flow) || flow.steps.some(isOfSender)) return undefined;
  const names = namesOfHolders(contract);
  const done = flow.steps.find((step) => isDone(step) && isOpen(flow, step));
  if (done === undefined) return undefined;
  return factsAt(flow, done)
    .flatMap((fact) => {
      const found = sidesOf(fact, NAMED);
      return found !== undefined && names.has(found.name) ? [{ fact, account: found.account }] : [];
    })
    .at(0);
}

const isDone = (step: Step): boolean => isStep(step, 'write') || isOutgoing(step);

/** Names in records under which the sender is looked for. */
export const namesOfHolders = once(
  (contract: ContractModel): ReadonlySet<string> =>
    new Set(contract.flows.filter(isOpenEntry).flatMap((flow) => namesIn(flow))),
);

const namesIn = once((flow: Flow): readonly string[] =>
  stepsOf(flow, 'way').flatMap(({ action }) =>
    action.facts.flatMap((fact) => sidesOf(fact, SENDER)?.name ?? []),
  ),
);

const SENDER = /^(?:str\()?msg\.sender\)?$/;
const NAMED = /^str\(parameter \w+\)$/;

/** `record['client'] == account`, of accounts of a kind. */
function sidesOf(fact: Fact, kind: RegExp): { readonly name: string; readonly account: Value } | undefined {
  if (fact.kind !== 'compare' || fact.operator !== '==') return undefined;
  const { left, right }: Comparison = fact;
  for (const [field, account] of [
    [left, right],
    [right, left],
  ] as const) {
    const name = nameIn(field);
    if (name !== undefined && kind.test(account.shape)) return { name, account };
  }
  return undefined;
}

const nameIn = (field: Value): string | undefined =>
  hasOrigin(field, 'json') && hasOrigin(field, 'storage')
    ? /\[string (\w+)\]\)?$/.exec(field.shape)?.[1]
    : undefined;
