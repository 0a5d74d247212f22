import { factsAt } from '../flow/dominance.ts';
import { stepsOf, type ContractModel, type Flow, type StepOf } from '../flow/flow.ts';
import { factLeaves } from '../flow/uses.ts';
import { hasOrigin, sameKeys, type Fact, type StorageItem, type Value } from '../flow/values.ts';
import { isOnly, Type } from '../model/types.ts';

/** Where it is kept who owns each thing, and whom that owner lets hand it on besides. */
export interface Agents {
  readonly owners: StorageItem;
  readonly approvals: StorageItem;
}

/** Agents of a contract that keeps things of its own and no standard: the owner names one, and either of them writes the next owner. */
export function agentsOf({ flows }: ContractModel): readonly Agents[] {
  const open = flows.filter(({ entry }) => entry.kind === 'external');
  const named = open.flatMap(namedByOwner);
  const found = new Map<StorageItem, Agents>();
  for (const agents of open.flatMap(handedOn))
    if (named.some(({ owners, approvals }) => owners === agents.owners && approvals === agents.approvals))
      found.set(agents.approvals, agents);
  return [...found.values()];
}

/** Writes of an owner that this owner, or somebody else who is kept under the same key, may do. */
const handedOn = (flow: Flow): Agents[] =>
  writesOfAccounts(flow).flatMap((write) => {
    const owners = write.action.item;
    const callers = factsAt(flow, write).map((fact) => callersLet(fact, write));
    return callers
      .filter((items) => items.includes(owners))
      .flat()
      .flatMap((approvals) => (approvals === owners ? [] : [{ owners, approvals }]));
  });

/** Accounts that only the owner of the thing writes, and chooses. */
const namedByOwner = (flow: Flow): Agents[] =>
  writesOfAccounts(flow).flatMap((write) => {
    const approvals = write.action.item;
    if (!hasOrigin(write.action.value, 'parameter')) return [];
    return factsAt(flow, write).flatMap((fact) => {
      const [owners, ...others] = callersLet(fact, write);
      return owners === undefined || others.length > 0 || owners === approvals ? [] : [{ owners, approvals }];
    });
  });

const writesOfAccounts = (flow: Flow): StepOf<'write'>[] =>
  stepsOf(flow, 'write').filter(
    ({ action: { item, value } }) =>
      item.kind === 'DictDB' && isOnly(item.valueType, Type.address) && value !== undefined,
  );

/** The accounts under the key of a write of which a fact says that the caller is one of them. */
const callersLet = (fact: Fact, { action: { keys } }: StepOf<'write'>): StorageItem[] =>
  factLeaves(fact).flatMap((leaf) => {
    if (leaf.kind !== 'compare' || (leaf.operator !== '==' && leaf.operator !== 'in')) return [];
    const sides = [leaf.left, leaf.right];
    if (!sides.some(({ shape }) => shape === 'msg.sender')) return [];
    return sides
      .flatMap((side: Value) => [side, ...(side.items ?? [])])
      .flatMap(({ read }) => (read !== undefined && sameKeys(read.keys, keys) ? [read.item] : []));
  });
