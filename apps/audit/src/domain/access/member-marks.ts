import { stepsOf, type ContractModel, type Flow, type StepOf } from '../flow/flow.ts';
import { hasOrigin, type StorageItem } from '../flow/values.ts';
import { isOnly, Type } from '../model/types.ts';
import { once } from '../once.ts';
import { selfWritten } from './authorities.ts';
import { guardsAt, type Guard } from './authority.ts';
import { isOpenEntry } from './privileged.ts';

/** A mark that anybody sets for themselves, and the entry point in which members alone do so. */
export interface OpenMark {
  readonly step: StepOf<'write'>;
  readonly by: Flow;
}

/**
 * Marks of the caller (`confirmed[id][sender] = True`) that whoever likes sets, while another entry point asks for a member before it
 * takes the same mark back: who may not take it back was not meant to set it.
 */
export function openMarks(contract: ContractModel, flow: Flow): OpenMark[] {
  if (!isOpenEntry(flow)) return [];
  const marks = memberMarks(contract);
  return stepsOf(flow, 'write').flatMap((step) => {
    const by = marks.get(step.action.item);
    if (by === undefined || by === flow || !isOwnMark(step) || step.action.value?.constant !== true)
      return [];
    return isAsked(contract, flow, step) ? [] : [{ step, by }];
  });
}

const memberMarks = once((contract: ContractModel): ReadonlyMap<StorageItem, Flow> => {
  const marks = contract.flows.filter(isOpenEntry).flatMap((flow) =>
    stepsOf(flow, 'write')
      .filter((step) => isOwnMark(step) && guardsAt(flow, step).some(isOfMembers(contract, step)))
      .map((step): [StorageItem, Flow] => [step.action.item, flow]),
  );
  return new Map(marks);
});

const isOwnMark = ({ action: { item, keys } }: StepOf<'write'>): boolean =>
  isOnly(item.valueType, Type.bool) && keys.some((key) => hasOrigin(key, 'sender'));

/** A list into which nobody puts themselves. */
export const isOfMembers =
  (contract: ContractModel, step: StepOf<'write'>) =>
  (guard: Guard): boolean =>
    isChoice(guard) &&
    guard.against.kind === 'storage' &&
    guard.against.item !== step.action.item &&
    guard.against.item.kind !== 'VarDB' &&
    !selfWritten(contract).has(guard.against.item);

/** Whoever is asked for: a member, or somebody whom the contract knows otherwise. */
const isAsked = (contract: ContractModel, flow: Flow, step: StepOf<'write'>): boolean =>
  guardsAt(flow, step).some(
    (guard) =>
      isChoice(guard) && !(guard.against.kind === 'storage' && selfWritten(contract).has(guard.against.item)),
  );

const isChoice = ({ kind, principal, inverted }: Guard): boolean =>
  kind === 'authority' && principal === 'sender' && !inverted;
