import { isStep, stepsOf, type ContractModel, type Flow } from '../flow/flow.ts';
import type { Step } from '../flow/steps.ts';
import { storageOrigins, valuesOf, type StorageItem } from '../flow/values.ts';
import { once } from '../once.ts';
import { readersOf } from '../storage/lifetime.ts';
import { isQuestion } from './callee.ts';
import { isOpenEntry } from './privileged.ts';

/** Who has to do with each item: `install` writes it, an entry point that changes something reads it. */
export const usersOf = once(
  (contract: ContractModel): ReadonlyMap<StorageItem, ReadonlySet<Flow | 'install'>> => {
    const users = new Map<StorageItem, Set<Flow | 'install'>>();
    const add = (item: StorageItem, user: Flow | 'install') => {
      users.set(item, (users.get(item) ?? new Set()).add(user));
    };
    for (const flow of contract.flows) {
      if (flow.entry.kind === 'install')
        for (const { action } of stepsOf(flow, 'write')) add(action.item, 'install');
      if (isOpenEntry(flow) && flow.steps.some(isChange))
        for (const { action } of stepsOf(flow, 'read')) add(action.item, flow);
    }
    return users;
  },
);

const isChange = (step: Step): boolean =>
  isStep(step, 'write') || isStep(step, 'transfer') || (isStep(step, 'external') && !isQuestion(step));

/** Another method that changes something reads it. */
export const isUsedElsewhere = (contract: ContractModel, own: Flow, item: StorageItem): boolean =>
  [...(usersOf(contract).get(item) ?? [])].some((user) => user !== own && user !== 'install');

/** Another method reads it, a query too. */
export const isReadElsewhere = (contract: ContractModel, own: Flow, item: StorageItem): boolean =>
  readersOf(contract, item).some((flow) => flow !== own);

/** Another method goes this or that way by it. */
export const decidesElsewhere = (contract: ContractModel, own: Flow, item: StorageItem): boolean =>
  [...(decidedBy(contract).get(item) ?? [])].some((flow) => flow !== own);

/** Open entry points that go by what stands in an item: two of each at most, since one beside the own is enough. */
const decidedBy = once((contract: ContractModel): ReadonlyMap<StorageItem, ReadonlySet<Flow>> => {
  const flows = new Map<StorageItem, Set<Flow>>();
  for (const flow of contract.flows.filter(isOpenEntry))
    for (const { action } of stepsOf(flow, 'way'))
      for (const item of action.facts.flatMap(valuesOf).flatMap(storageOrigins)) {
        const known = flows.get(item) ?? new Set();
        if (known.size < 2) flows.set(item, known.add(flow));
      }
  return flows;
});
