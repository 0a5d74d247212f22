import { isOpenEntry } from '../access/privileged.ts';
import { stepsOf, type ContractModel, type Flow, type StepOf } from '../flow/flow.ts';
import { hasOrigin, valuesOf, type StorageItem } from '../flow/values.ts';
import { linksOf } from './links.ts';

/**
 * The links that a loop follows to their end, `while agent[who] is not None: who = agent[who]`, where whoever likes sets one to whom
 * they name, and does not follow them first: a few accounts that name each other in a ring have no end.
 */
export function ringOf(contract: ContractModel, turns: readonly StepOf<'way'>[]): StorageItem | undefined {
  return [...linksOf(turns), ...linksUnder(turns)].find((item) =>
    contract.flows.some((flow) => isOpenEntry(flow) && setsLink(flow, item) && !follows(flow, item)),
  );
}

/** As `linksOf`, where the loop asks what stands under the one that it has come to. */
const linksUnder = (turns: readonly StepOf<'way'>[]): StorageItem[] =>
  turns
    .flatMap(({ action: { facts } }) => facts.flatMap(valuesOf))
    .flatMap(({ read }) =>
      read?.keys.some(({ choices = [] }) => choices.some(({ value }) => value.read?.item === read.item)) ===
      true
        ? [read.item]
        : [],
    );

const setsLink = (flow: Flow, item: StorageItem): boolean =>
  stepsOf(flow, 'write').some(
    ({ action: { item: written, keys, value } }) =>
      written === item &&
      keys.some((key) => hasOrigin(key, 'sender', 'parameter')) &&
      hasOrigin(value, 'parameter'),
  );

const follows = (flow: Flow, item: StorageItem): boolean =>
  stepsOf(flow, 'read').some(({ action, loops }) => action.item === item && loops.length > 0);
