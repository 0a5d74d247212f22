import { stepsOf, type ContractModel, type Flow, type StepOf } from '../flow/flow.ts';
import { hasOrigin, type StorageItem } from '../flow/values.ts';
import { isOnly, Type } from '../model/types.ts';
import { once } from '../once.ts';
import { isUnasked } from './asked.ts';
import { guardsOf, isAuthorised } from './authority.ts';
import { isOpenEntry } from './privileged.ts';

/** Names under which contracts keep those who may do more than others. */
const NAMES =
  /owner|admin|govern|manager|operator|director|treasurer|master|keeper|authority|minter|dealer|signer|curator|editor/i;

/** Places in storage that hold chosen accounts: the caller is held against them, or whoever installs the contract stands there. */
export const authorityItems = once((contract: ContractModel): ReadonlySet<StorageItem> => {
  const items = new Set<StorageItem>();
  for (const flow of contract.flows) {
    for (const { action } of stepsOf(flow, 'way')) {
      for (const { kind, against, principal } of action.facts.flatMap(guardsOf)) {
        if (kind === 'authority' && principal === 'sender' && against.kind === 'storage')
          items.add(against.item);
      }
    }
    if (flow.entry.kind !== 'install') continue;
    for (const { action } of stepsOf(flow, 'write'))
      if (hasOrigin(action.value, 'sender', 'owner')) items.add(action.item);
  }
  for (const item of contract.items)
    if (isOnly(item.valueType, Type.address) && NAMES.test(item.name)) items.add(item);
  return items;
});

/** Single addresses that whoever likes becomes: the highest bidder, the last player. */
export const openPlaces = once(({ flows }: ContractModel): ReadonlySet<StorageItem> => {
  const items = flows.filter(isOpenEntry).flatMap((flow) =>
    stepsOf(flow, 'write').flatMap((step) => {
      const { item, value } = step.action;
      return item.kind === 'VarDB' && hasOrigin(value, 'sender', 'parameter') && isUnasked(flow, step)
        ? [item]
        : [];
    }),
  );
  return new Set(items);
});

/** Single addresses that whoever likes names, without paying for it. */
export const namedPlaces = once(({ flows }: ContractModel): ReadonlySet<StorageItem> => {
  const unpaid = flows.filter(({ entry }) => entry.kind === 'external' && !entry.payable);
  const items = unpaid.flatMap((flow) =>
    stepsOf(flow, 'write').flatMap((step) => {
      const { item, value } = step.action;
      return item.kind === 'VarDB' && hasOrigin(value, 'parameter') && isUnasked(flow, step) ? [item] : [];
    }),
  );
  return new Set(items);
});

/** Records in which whoever likes puts themselves: a player, a member, a seat. To stand there is no privilege. */
export const selfWritten = once(({ flows }: ContractModel): ReadonlySet<StorageItem> => {
  const items = flows
    .filter(isOpenEntry)
    .flatMap((flow) =>
      stepsOf(flow, 'write').flatMap((step) =>
        step.action.keys.some((key) => hasOrigin(key, 'sender')) || isSigned(flow, step)
          ? [step.action.item]
          : [],
      ),
    );
  return new Set(items);
});

/** Records in which somebody puts themselves whom no authority of this contract lets through, such as the owner of a token elsewhere. */
export const offered = once(({ flows }: ContractModel): ReadonlySet<StorageItem> => {
  const items = flows.filter(isOpenEntry).flatMap((flow) =>
    stepsOf(flow, 'write').flatMap((step) => {
      const { keys, value, item } = step.action;
      return keys.length > 0 && hasOrigin(value, 'sender') && !isAuthorised(flow, step) ? [item] : [];
    }),
  );
  return new Set(items);
});

/** Joins a list, or puts the own name on a thing that everybody may begin. */
const isSigned = (flow: Flow, step: StepOf<'write'>): boolean => {
  const { keys, value, how } = step.action;
  if (!hasOrigin(value, 'sender')) return false;
  return how === 'put' || (keys.length > 0 && isUnasked(flow, step));
};
