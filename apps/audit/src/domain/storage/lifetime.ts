import { stepsOf, type ContractModel, type EntryPoint, type Flow } from '../flow/flow.ts';
import type { StorageItem } from '../flow/values.ts';
import { once } from '../once.ts';

/** The entry points that write, and those that read, each place in storage. */
interface Users {
  readonly writers: ReadonlyMap<StorageItem, ReadonlySet<Flow>>;
  readonly readers: ReadonlyMap<StorageItem, ReadonlySet<Flow>>;
}

const usersOf = once((contract: ContractModel): Users => ({
  writers: usersBy(contract, 'write'),
  readers: usersBy(contract, 'read'),
}));

function usersBy({ flows }: ContractModel, kind: 'read' | 'write'): Map<StorageItem, Set<Flow>> {
  const users = new Map<StorageItem, Set<Flow>>();
  for (const flow of flows) {
    for (const { action } of stepsOf(flow, kind)) {
      const known = users.get(action.item);
      if (known === undefined) users.set(action.item, new Set([flow]));
      else known.add(flow);
    }
  }
  return users;
}

const ofKinds = (flows: ReadonlySet<Flow> | undefined, kinds: readonly EntryPoint['kind'][]): Flow[] =>
  [...(flows ?? [])].filter(({ entry }) => kinds.length === 0 || kinds.includes(entry.kind));

/** Entry points of some kinds, or of all where none is named, that write a place in storage. */
export const writersOf = (
  contract: ContractModel,
  item: StorageItem,
  ...kinds: readonly EntryPoint['kind'][]
): Flow[] => ofKinds(usersOf(contract).writers.get(item), kinds);

/** Entry points of some kinds that read it. */
export const readersOf = (
  contract: ContractModel,
  item: StorageItem,
  ...kinds: readonly EntryPoint['kind'][]
): Flow[] => ofKinds(usersOf(contract).readers.get(item), kinds);
