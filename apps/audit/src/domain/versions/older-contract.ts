import type { ContractModel } from '../flow/flow.ts';
import type { Subject } from '../model/subject.ts';

/** The contract of the older version in whose place this one comes: the one of its name, and for the main contract the main one. */
export function olderContract(
  { contracts, older }: Subject,
  contract: ContractModel,
): ContractModel | undefined {
  const before = older?.contracts ?? [];
  const namesake = before.find(({ cls }) => cls.name === contract.cls.name);
  return namesake ?? (contracts[0] === contract ? before[0] : undefined);
}
