import { factsAt } from '../flow/dominance.ts';
import { stepsOf, type ContractModel, type Flow, type StepOf } from '../flow/flow.ts';
import { hasOrigin, sameKeys, valuesOf, type StorageItem, type Value } from '../flow/values.ts';
import { once } from '../once.ts';
import { isUnasked } from './asked.ts';
import { guardsAt, type Guard } from './authority.ts';
import { isCompared, isTakenOver } from './bare-writes.ts';
import { isUnpaidEntry } from './ledger.ts';
import { isNewThing } from './new-things.ts';
import { isOfSender } from './of-sender.ts';
import { isHashOfArgument } from './picked.ts';
import { isOpenEntry } from './privileged.ts';
import { ownedRecords } from './things.ts';
import { isReadElsewhere } from './users.ts';

type Write = StepOf<'write'>;

/**
 * What is kept of a thing beside its holder, and that whoever likes writes over, whatever state the thing must be in: two other methods at
 * least ask for the holder before they change something of it. Who brings the word to a hash that was left has it from the holder.
 */
export function openFields(contract: ContractModel, flow: Flow): Write[] {
  if (!isUnpaidEntry(flow) || flow.steps.some(isOfSender)) return [];
  const fields = fieldsBesideHolders(contract);
  return stepsOf(flow, 'write').filter((step) => {
    const { item, keys, value } = step.action;
    return (
      fields.has(item) &&
      value !== undefined &&
      isTakenOver(value) &&
      keys.some((key) => hasOrigin(key, 'parameter')) &&
      isUnasked(flow, step) &&
      !isCompared(flow, step) &&
      !isNewThing(flow, step) &&
      !factsAt(flow, step).flatMap(valuesOf).some(isHashOfArgument) &&
      isReadElsewhere(contract, flow, item)
    );
  });
}

/** Written together with the one who begins a thing, where other methods hold the sender against them. */
const fieldsBesideHolders = once((contract: ContractModel): ReadonlySet<StorageItem> => {
  const holders = askedTwice(contract);
  return new Set(contract.flows.filter(isOpenEntry).flatMap((flow) => begunBeside(flow, holders)));
});

function begunBeside(flow: Flow, holders: ReadonlySet<StorageItem>): StorageItem[] {
  const writes = stepsOf(flow, 'write');
  const begun = writes.filter(
    ({ action: { item, value } }) => holders.has(item) && value?.shape === 'msg.sender',
  );
  return writes.flatMap(({ action }) =>
    begun.some((each) => each.action.item !== action.item && sameKeys(each.action.keys, action.keys))
      ? [action.item]
      : [],
  );
}

/** Holders of things who are asked for by two methods at least that change something of the thing. */
function askedTwice(contract: ContractModel): ReadonlySet<StorageItem> {
  const asked = contract.flows.filter(isOpenEntry).flatMap((flow) => [...askedIn(flow)]);
  return new Set(
    [...ownedRecords(contract)].filter((item) => asked.filter((other) => other === item).length > 1),
  );
}

const askedIn = once(
  (flow: Flow): ReadonlySet<StorageItem> =>
    new Set(
      stepsOf(flow, 'write').flatMap((step) =>
        guardsAt(flow, step).flatMap((guard) => holderOf(guard, step.action.keys) ?? []),
      ),
    ),
);

/** Whom a guard asks for, where it is the holder of the thing that stands under these keys. */
function holderOf({ kind, fact, inverted }: Guard, keys: readonly Value[]): StorageItem | undefined {
  if (kind !== 'entitlement' || inverted) return undefined;
  return valuesOf(fact).find(
    ({ read }) => read !== undefined && sameKeys(read.keys, keys.slice(0, read.keys.length)),
  )?.read?.item;
}
