import { once } from '../once.ts';
import type { ContractModel, Flow } from './flow.ts';
import type { StorageItem } from './values.ts';

/**
 * The places in storage that some flow of a contract has, by what one flow has; with `counts`, of such flows only. Each flow is looked
 * at once, so that an edit costs no more than the flows that it touches.
 */
export function itemsOfFlows(
  itemsOf: (flow: Flow) => readonly StorageItem[],
  counts: (flow: Flow) => boolean = () => true,
): (contract: ContractModel) => ReadonlySet<StorageItem> {
  const ofFlow = once(itemsOf);
  return once(({ flows }: ContractModel) => new Set(flows.filter(counts).flatMap(ofFlow)));
}
