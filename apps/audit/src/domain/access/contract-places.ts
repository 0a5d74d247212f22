import { factsAt } from '../flow/dominance.ts';
import type { ContractModel, Flow, StepOf } from '../flow/flow.ts';
import type { StorageItem } from '../flow/values.ts';
import { once } from '../once.ts';
import { writesTo } from '../numbers/stored.ts';
import { calledItems, type Caller } from './callers.ts';

/**
 * Places that hold the address of another contract: it is called, nothing else is let in there (`if not _score.is_contract: revert`), or
 * the name says so.
 */
const contractPlaces = once((contract: ContractModel): ReadonlySet<StorageItem> => {
  const asked = contract.items.filter((item) => {
    const writes = writesTo(contract, item).filter(({ flow }) => flow.entry.kind !== 'unreached');
    return (
      writes.length > 0 &&
      (CONTRACT.test(item.name) || writes.every(({ flow, step }) => putsContract(flow, step)))
    );
  });
  return new Set([...calledItems(contract), ...asked]);
});

const CONTRACT = /_(?:score|contract)(?:_?addr(?:ess)?)?$/i;

function putsContract(flow: Flow, step: StepOf<'write'>): boolean {
  const { value } = step.action;
  const question = `${value?.shape ?? ''}.is_contract`;
  return factsAt(flow, step).some((fact) => fact.kind === 'true' && fact.value.shape === question);
}

/** Another contract of ours, as far as it is known whose address the caller is held against. */
export const isOurContract = (contract: ContractModel, { kind, item }: Caller): boolean =>
  kind === 'contract' || (kind === 'stored' && item?.kind === 'VarDB' && contractPlaces(contract).has(item));
