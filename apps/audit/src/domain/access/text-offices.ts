import { factsAt } from '../flow/dominance.ts';
import { namesIn } from '../flow/fields.ts';
import { stepsOf, type ContractModel, type Flow, type StepOf } from '../flow/flow.ts';
import { findsNothing } from '../flow/unset.ts';
import { hasOrigin, type Fact, type StorageItem, type Value } from '../flow/values.ts';
import { isOnly, Type } from '../model/types.ts';
import { once } from '../once.ts';
import { isTakenOver } from './bare-writes.ts';
import { isOpenEntry } from './privileged.ts';

/**
 * Whether a write puts somebody whom the caller names in the place of a holder who is kept as text (`book[f'{id}|judge'] = str(_judge)`),
 * where another method holds the sender against that place. Where nothing is kept of the thing yet, it begins here.
 */
export const isHolderInText = (contract: ContractModel, flow: Flow, step: StepOf<'write'>): boolean => {
  const { item, keys, value } = step.action;
  return (
    value !== undefined &&
    isTakenOver(value) &&
    holdersInText(contract).get(item)?.has(namesIn(keys)) === true &&
    !factsAt(flow, step).some((fact) => findsNothing(fact, ({ read }) => read?.item === item))
  );
};

/** Places of texts that the sender is held against: the item, and the names that are written out within its keys. */
const holdersInText = once((contract: ContractModel): ReadonlyMap<StorageItem, ReadonlySet<string>> => {
  const holders = new Map<StorageItem, Set<string>>();
  for (const flow of contract.flows.filter(isOpenEntry))
    for (const { item, keys } of holdersAsked(flow))
      holders.set(item, (holders.get(item) ?? new Set()).add(namesIn(keys)));
  return holders;
});

const holdersAsked = once((flow: Flow) =>
  stepsOf(flow, 'way').flatMap(({ action }) => action.facts.flatMap((fact) => holderAsked(fact) ?? [])),
);

/** `book[f'{id}|judge'] == str(self.msg.sender)`, of a thing that the caller names. */
function holderAsked(fact: Fact): Value['read'] {
  if (fact.kind !== 'compare' || fact.operator !== '==') return undefined;
  const { left, right } = fact;
  const held = SENDER.test(right.shape) ? left : SENDER.test(left.shape) ? right : undefined;
  const { read } = held ?? {};
  if (read === undefined || !isOnly(read.item.valueType, Type.str)) return undefined;
  return read.keys.some((key) => hasOrigin(key, 'parameter')) ? read : undefined;
}

const SENDER = /^(?:str\()?msg\.sender\)?$/;
