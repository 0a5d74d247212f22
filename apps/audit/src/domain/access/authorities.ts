import { stepsOf, type ContractModel, type Flow, type StepOf } from '../flow/flow.ts';
import { itemsOfFlows } from '../flow/items-of-flows.ts';
import { hasOrigin, type StorageItem, type Value } from '../flow/values.ts';
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
  const named = contract.items.filter(
    (item) => isOnly(item.valueType, Type.address) && NAMES.test(item.name),
  );
  return new Set([...seatsOfAuthority(contract), ...named]);
});

const seatsOfAuthority = itemsOfFlows((flow) => {
  const asked = stepsOf(flow, 'way').flatMap(({ action }) =>
    action.facts
      .flatMap(guardsOf)
      .flatMap(({ kind, against, principal }) =>
        kind === 'authority' && principal === 'sender' && against.kind === 'storage' ? [against.item] : [],
      ),
  );
  const installed = flow.entry.kind === 'install' ? stepsOf(flow, 'write') : [];
  return [
    ...asked,
    ...installed.flatMap(({ action }) => (hasOrigin(action.value, 'sender', 'owner') ? [action.item] : [])),
  ];
});

/** Single addresses that whoever likes becomes: the highest bidder, the last player. */
export const openPlaces = itemsOfFlows(
  (flow) =>
    writtenItems(flow, (step) => {
      const { item, value } = step.action;
      return item.kind === 'VarDB' && hasOrigin(value, 'sender', 'parameter') && isUnasked(flow, step);
    }),
  isOpenEntry,
);

/** Records in which whoever likes writes an account of their choice: the contract that a job calls. */
export const namedRecords = itemsOfFlows(
  (flow) =>
    writtenItems(flow, (step) => {
      const { keys, value } = step.action;
      return keys.length > 0 && isPlainParameter(value) && isUnasked(flow, step);
    }),
  isOpenEntry,
);

const isPlainParameter = (value: Value | undefined): boolean =>
  value?.shape.startsWith('parameter ') === true && isOnly(value.types & ~Type.none, Type.address);

/** Single addresses that whoever likes names, without paying for it. */
export const namedPlaces = itemsOfFlows((flow) => writtenItems(flow, (step) => isNaming(flow, step)));

/** Whether a write of an open method puts an account of the caller's choice in the only place of its kind. */
export const isNaming = (flow: Flow, step: StepOf<'write'>): boolean => {
  const { item, value } = step.action;
  return (
    flow.entry.kind === 'external' &&
    !flow.entry.payable &&
    item.kind === 'VarDB' &&
    hasOrigin(value, 'parameter') &&
    isUnasked(flow, step)
  );
};

/** Records in which whoever likes puts themselves: a player, a member, a seat. To stand there is no privilege. */
export const selfWritten = itemsOfFlows(
  (flow) =>
    writtenItems(
      flow,
      (step) => step.action.keys.some((key) => hasOrigin(key, 'sender')) || isSigned(flow, step),
    ),
  isOpenEntry,
);

/** Records in which somebody puts themselves whom no authority of this contract lets through, such as the owner of a token elsewhere. */
export const offered = itemsOfFlows(
  (flow) =>
    writtenItems(flow, (step) => {
      const { keys, value } = step.action;
      return keys.length > 0 && hasOrigin(value, 'sender') && !isAuthorised(flow, step);
    }),
  isOpenEntry,
);

/** Records in which an account names another one that may act for it: `agent[sender] = agent`. */
export const entrusted = itemsOfFlows(
  (flow) =>
    writtenItems(flow, ({ action: { keys, value } }) => {
      const isNamed =
        value !== undefined && isOnly(value.types, Type.address) && hasOrigin(value, 'parameter');
      return isNamed && keys.some(({ shape }) => shape === 'msg.sender');
    }),
  isOpenEntry,
);

const writtenItems = (flow: Flow, test: (step: StepOf<'write'>) => boolean): StorageItem[] =>
  stepsOf(flow, 'write').flatMap((step) => (test(step) ? [step.action.item] : []));

/** Joins a list, or puts the own name on a thing that everybody may begin. */
const isSigned = (flow: Flow, step: StepOf<'write'>): boolean => {
  const { keys, value, how } = step.action;
  if (!hasOrigin(value, 'sender')) return false;
  return how === 'put' || (keys.length > 0 && isUnasked(flow, step));
};
