import { stepsOf, type ContractModel, type Flow, type StepOf } from '../flow/flow.ts';
import type { Step } from '../flow/steps.ts';
import { storageOrigins, valuesOf, type Fact, type StorageItem, type Value } from '../flow/values.ts';
import { once } from '../once.ts';
import { isReverted } from './forks.ts';
import { outflowOf } from './outflow.ts';
import { isOpenEntry } from './privileged.ts';
import { isOnOneWay } from './repetition.ts';

/** A place in storage, or a part of the record in it: `done[id]` has no part, `orders[id][0]` and `orders[id]['state']` have one. */
interface Mark {
  readonly item: StorageItem;
  readonly part: string;
}

/**
 * What is carried out and marked as that (`executed[id] = True`, a first byte of the record), where another method refuses what bears
 * the mark and this one does not ask: with one more word of consent it is carried out once more. The real case is a wallet of several
 * owners whose confirmation counts only who has consented; after an owner left or the number was lowered, the next one repeats it.
 */
export function executedAgain(contract: ContractModel, flow: Flow): { step: Step; mark: StorageItem }[] {
  const refused = contract.flows
    .filter((other) => other !== flow && isOpenEntry(other))
    .flatMap(marksTurnedAway);
  const unasked = refused.filter((mark) => !asksFor(flow, mark));
  if (unasked.length === 0) return [];
  return flow.steps.flatMap((step) => {
    if (outflowOf(step) === undefined && step.action.kind !== 'external') return [];
    const mark = unasked.find((each) =>
      stepsOf(flow, 'write').some((write) => isSetBy(write, each) && isOnOneWay(write, step)),
    );
    return mark === undefined ? [] : [{ step, mark: mark.item }];
  });
}

/** What a method asks for before it goes back. */
const marksTurnedAway = once((flow: Flow): readonly Mark[] =>
  stepsOf(flow, 'way').flatMap((way) =>
    way.action.facts.length === 1 && isReverted(way) ? way.action.facts.flatMap(markSetIn) : [],
  ),
);

/** `if executed[id]`, `if orders[id][0] == 1` */
function markSetIn(fact: Fact): Mark[] {
  if (fact.kind === 'true') return markOf(fact.value);
  const isSet = fact.kind === 'compare' && fact.operator === '==' && SET.has(fact.right.constant);
  return isSet ? markOf(fact.left) : [];
}

const SET: ReadonlySet<unknown> = new Set([1n, true]);

function markOf(value: Value): Mark[] {
  const { read, shape } = value;
  if (read !== undefined) return read.keys.length > 0 ? [{ item: read.item, part: '' }] : [];
  const [item, ...others] = storageOrigins(value);
  const part = /\[(?:bigint \d+|string [^\]]*)\]$/.exec(shape)?.[0];
  return item === undefined || others.length > 0 || part === undefined ? [] : [{ item, part }];
}

const asksFor = (flow: Flow, { item, part }: Mark): boolean =>
  stepsOf(flow, 'way').some(({ action }) =>
    action.facts
      .flatMap(valuesOf)
      .flatMap(markOf)
      .some((mark) => mark.item === item && mark.part === part),
  );

/** `True` under the same keys, or the record anew with another part. */
const isSetBy = ({ action: { item, keys, value } }: StepOf<'write'>, mark: Mark): boolean =>
  item === mark.item &&
  keys.length > 0 &&
  (mark.part === '' ? value?.constant === true : value !== undefined && storageOrigins(value).includes(item));
