import { factsAt } from '../flow/dominance.ts';
import { stepsOf, type ContractModel, type Flow, type StepOf } from '../flow/flow.ts';
import { isUnset } from '../flow/unset.ts';
import { orderOf } from '../flow/order.ts';
import type { Step } from '../flow/steps.ts';
import {
  factsOf,
  isSamePlace,
  storageOrigins,
  valuesOf,
  type Comparison,
  type Fact,
  type StorageRead,
  type Value,
} from '../flow/values.ts';
import { linearOf, plus } from '../numbers/linear.ts';

/** A walk along the entries of a dict in storage that goes on as long as they are empty. */
export interface LostWalk {
  readonly read: StorageRead;
  readonly counter: Value;
}

/**
 * Whether a loop walks from number to number as long as nothing stands there, or not what it searches for, and nothing says that it
 * does somewhere: what was never written is empty for ever, in both directions.
 */
export function lostWalk(
  contract: ContractModel,
  flow: Flow,
  head: StepOf<'loop'>,
  facts: readonly Fact[],
): LostWalk | undefined {
  const read = emptyEntry(facts);
  const counter = read?.keys.at(-1);
  if (read === undefined || counter === undefined) return undefined;
  const jumps = head.action.loop.rounds.map((round) => jumpOf(read, counter, round));
  const [jump] = jumps;
  if (jump === undefined || jumps.some((each) => each !== jump)) return undefined;
  if (isLimited(flow, head, counter, jump) || isFilledFirst(contract, read)) return undefined;
  if (!facts.some(isOfNothing) && isVouchedFor(flow, head, read)) return undefined;
  return { read, counter };
}

/** The entry that makes all of these true by being empty: `entries[number] == 0`, `state[number] != OPEN or …`. */
function emptyEntry(facts: readonly Fact[]): StorageRead | undefined {
  const [read, ...others] = facts.map(emptyIn);
  return read !== undefined && others.every((each) => each !== undefined && isSamePlace(each, read))
    ? read
    : undefined;
}

function emptyIn(fact: Fact): StorageRead | undefined {
  switch (fact.kind) {
    case 'true':
      return undefined;
    case 'false':
      return entryIn(fact.value);
    case 'one of':
      return fact.choices.map(emptyEntry).find((read) => read !== undefined);
    case 'compare':
      return holdsOfEmpty(fact) ? entryIn(fact.left) : undefined;
  }
}

function holdsOfEmpty({ operator, right }: Comparison): boolean {
  if (operator === '==' || operator === 'is') return isUnset(right);
  return operator === '!=' && isNeverEmpty(right);
}

const isNeverEmpty = (value: Value): boolean =>
  value.constant === undefined ? isOfSender(value) : !isUnset(value);

const isOfSender = ({ origins }: Value): boolean =>
  origins.size === 1 && [...origins].every(({ kind }) => kind === 'sender');

const entryIn = ({ read }: Value): StorageRead | undefined =>
  read?.item.kind === 'DictDB' && read.how === 'item' ? read : undefined;

/** The steps of the loop that are also taken where the entry is empty: what is refused of others ends no search for them. */
export const stepsOfEmpty = (flow: Flow, body: readonly Step[], { read }: LostWalk): readonly Step[] =>
  body.filter((step) => !factsAt(flow, step).some((fact) => isRefuted(fact, read)));

/** Whether it does not hold where the entry is empty. */
function isRefuted(fact: Fact, read: StorageRead): boolean {
  const refuted =
    fact.kind === 'compare'
      ? emptyEntry(factsOf(fact, false))
      : fact.kind === 'true'
        ? entryIn(fact.value)
        : undefined;
  return refuted !== undefined && isSamePlace(refuted, read);
}

/** By how much the counter has moved where the test is asked again; undefined where something else is asked, or it stays. */
function jumpOf({ item }: StorageRead, counter: Value, round: Value): bigint | undefined {
  const facts: readonly Fact[] =
    round.condition === undefined ? [{ kind: 'true', value: round }] : factsOf(round.condition, true);
  const next = emptyEntry(facts);
  const key = next?.item === item ? next.keys.at(-1) : undefined;
  if (key === undefined) return undefined;
  const { constant, terms } = plus(linearOf(key), linearOf(counter), -1n);
  return terms.size > 0 || constant === 0n ? undefined : constant;
}

/** Where it begins was held against an end in the direction that it goes. */
function isLimited(flow: Flow, head: Step, counter: Value, jump: bigint): boolean {
  const shapes = new Set(
    [counter, ...(counter.choices ?? []).map(({ value }) => value)].map(({ shape }) => shape),
  );
  return factsAt(flow, head).some((fact) => {
    if (fact.kind === 'one of') return true;
    const order = fact.kind === 'compare' ? orderOf(fact) : undefined;
    return order !== undefined && shapes.has((jump < 0n ? order.more : order.less).shape);
  });
}

/** It is asked whether anything stands there at all, and not for one thing among others. */
const isOfNothing = (fact: Fact): boolean =>
  fact.kind === 'false' || (fact.kind === 'compare' && isUnset(fact.right));

/** What is kept was looked at before, such as how many there are of what is searched for, or one was put there just now. */
const isVouchedFor = (flow: Flow, head: Step, { item }: StorageRead): boolean =>
  factsAt(flow, head).some((fact) => valuesOf(fact).some((value) => storageOrigins(value).length > 0)) ||
  stepsOf(flow, 'write').some(({ id, action }) => id < head.id && action.item === item);

/** The contract is installed with an entry, at which a walk may end. */
const isFilledFirst = ({ flows }: ContractModel, { item }: StorageRead): boolean =>
  flows.some(
    (flow) =>
      flow.entry.kind === 'install' && stepsOf(flow, 'write').some(({ action }) => action.item === item),
  );
