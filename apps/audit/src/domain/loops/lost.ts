import { factsAt } from '../flow/dominance.ts';
import { stepsOf, type ContractModel, type Flow, type StepOf } from '../flow/flow.ts';
import { orderOf } from '../flow/order.ts';
import type { Step } from '../flow/steps.ts';
import { factsOf, type Fact, type StorageRead, type Value } from '../flow/values.ts';
import { linearOf, plus } from '../numbers/linear.ts';

/** A walk along the entries of a dict in storage that goes on as long as they are empty. */
export interface LostWalk {
  readonly read: StorageRead;
  readonly counter: Value;
}

/**
 * Whether a loop walks from number to number as long as nothing stands there, and nothing says that something does: what was never
 * written is empty for ever, in both directions.
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
  return { read, counter };
}

/** `entries[number] == 0`, `not entries[number]`, and nothing else. */
function emptyEntry([fact, ...others]: readonly Fact[]): StorageRead | undefined {
  if (fact === undefined || others.length > 0) return undefined;
  if (fact.kind === 'false') return entryIn(fact.value);
  if (fact.kind !== 'compare' || (fact.operator !== '==' && fact.operator !== 'is')) return undefined;
  return EMPTY.has(fact.right.constant) ? entryIn(fact.left) : undefined;
}

const EMPTY: ReadonlySet<unknown> = new Set([0n, '', null, false]);

const entryIn = ({ read }: Value): StorageRead | undefined =>
  read?.item.kind === 'DictDB' && read.how === 'item' ? read : undefined;

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

/** The contract is installed with an entry, at which a walk may end. */
const isFilledFirst = ({ flows }: ContractModel, { item }: StorageRead): boolean =>
  flows.some(
    (flow) =>
      flow.entry.kind === 'install' && stepsOf(flow, 'write').some(({ action }) => action.item === item),
  );
