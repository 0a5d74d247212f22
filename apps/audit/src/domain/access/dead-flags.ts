import { canReach, stepsOf, type ContractModel, type Flow, type StepOf } from '../flow/flow.ts';
import { itemsOfFlows } from '../flow/items-of-flows.ts';
import type { Step } from '../flow/steps.ts';
import type { StorageItem } from '../flow/values.ts';
import { isOnly, Type } from '../model/types.ts';
import { once } from '../once.ts';
import { hasEffect } from './forks.ts';
import { isOpenEntry } from './privileged.ts';

/** A flag that one entry point alone asks before it goes on. */
interface DeadFlag {
  readonly step: Step;
  readonly flag: string;
  readonly entry: string;
}

/** Flags that would stop a second run, if anything ever set them. A switch that several ask is another matter. */
export function deadFlags(contract: ContractModel): DeadFlag[] {
  const { cls, flows } = contract;
  if (cls.unknownBase || flows.some(({ cut }) => cut)) return [];
  const raised = raisedFlags(contract);
  const asked = flows.flatMap(askedFlags).filter(({ item }) => !raised.has(item));
  return asked
    .filter(({ item, flow }) => asked.every((other) => other.item !== item || other.flow === flow))
    .map(({ item, step, flow }) => ({ step, flag: item.name, entry: flow.entry.fn.name }));
}

const raisedFlags = itemsOfFlows((flow) =>
  stepsOf(flow, 'write').flatMap(({ action }) =>
    action.value === undefined || action.value.constant === false ? [] : [action.item],
  ),
);

/** Flags by which an open entry point refuses. */
const askedFlags = once((flow: Flow) =>
  (isOpenEntry(flow) ? stepsOf(flow, 'way') : []).flatMap((step) => {
    const item = flagOf(step);
    return item === undefined || !isGuard(step) ? [] : [{ item, step, flow }];
  }),
);

/** `not self.launched.get()` of a place whose name is known. */
function flagOf({ action }: StepOf<'way'>): StorageItem | undefined {
  const [fact, ...more] = action.facts;
  if (fact?.kind !== 'false' || more.length > 0) return undefined;
  const item = fact.value.read?.item;
  return item !== undefined &&
    item.kind !== 'ArrayDB' &&
    isOnly(item.valueType, Type.bool) &&
    !item.key.includes('{')
    ? item
    : undefined;
}

/** On the other way nothing goes on, or nothing happens. */
const isGuard = (way: Step): boolean =>
  way.previous.some(({ next }) => next.some((other) => other !== way && !canReach(other, hasEffect)));
