import type { Arguments } from '../flow/arguments.ts';
import { dominators, factsAt } from '../flow/dominance.ts';
import { isStep, stepsOf, type ContractModel, type Flow, type StepOf } from '../flow/flow.ts';
import { mirrored } from '../flow/order.ts';
import { spread, type Steps } from '../flow/spread.ts';
import type { Frame, Step } from '../flow/steps.ts';
import type { Fact, Value } from '../flow/values.ts';
import type { FunctionModel } from '../model/program.ts';
import { believed } from '../numbers/beliefs.ts';
import { Bounds } from '../numbers/bounds.ts';
import { linearOf } from '../numbers/linear.ts';
import { once } from '../once.ts';
import type { CompareOperator, Node } from '../python/tree.ts';
import { countTurns, listTurns, MOST_TURNS, ofChain, type Unbounded } from './turns.ts';

/** A call by which a function runs again within itself, at once or through others. */
export type Recursion = StepOf<'call'> & { readonly action: { readonly again: Frame } };

/** What one place in the source does in the third round, it does in those behind it. */
const MOST_ALIKE = 3;

/** The first of them at each place in the source. */
export const recursionsOf = once((flow: Flow): readonly Recursion[] => {
  const times = new Map<Node, number>();
  return stepsOf(flow, 'call').filter((step): step is Recursion => {
    if (step.action.again === undefined) return false;
    const before = times.get(step.node) ?? 0;
    times.set(step.node, before + 1);
    return before < MOST_ALIKE;
  });
});

/** The calls that one round of a recursion makes, and what it does besides, before or behind one of them. */
interface Round {
  readonly calls: readonly Recursion[];
  readonly before: Steps;
  readonly behind: Steps;
}

const roundsOf = once((flow: Flow): ReadonlyMap<Frame, Round> => {
  const calls = recursionsOf(flow);
  const rounds = new Set(calls.map(({ action }) => action.again));
  return new Map(
    [...rounds].map((round) => [round, roundAt(calls.filter(({ action }) => action.again === round))]),
  );
});

const roundAt = (calls: readonly Recursion[]): Round => ({
  calls,
  before: spread(
    calls.flatMap(({ previous }) => previous),
    'previous',
  ),
  behind: spread(
    calls.flatMap(({ next }) => next),
    'next',
  ),
});

/**
 * The calls by which a step runs once more with each round of a recursion, as it would with each turn of a loop. What only the last
 * round does, which calls no other, happens once.
 */
export function recursionsAround(flow: Flow, step: Step): readonly Recursion[] {
  const all = recursionsOf(flow);
  if (all.length === 0) return all;
  const functions = new Set(all.map(({ action }) => action.fn));
  return [...functions].flatMap((fn) => {
    const frame = roundOf(step, fn);
    const round = frame === undefined ? undefined : roundsOf(flow).get(frame);
    return round?.before.has(step) === true || round?.behind.has(step) === true ? round.calls : [];
  });
}

/** The round of a recursion in which a step happens. */
function roundOf({ frame }: Step, fn: FunctionModel): Frame | undefined {
  let round: Frame | undefined = frame;
  while (round !== undefined && round.fn !== fn) round = round.caller;
  return round;
}

/** What a function was handed first, in what place, and what it hands itself. */
interface Handed {
  readonly first: Value;
  readonly now: Value;
  readonly next: Value;
}

/** What leaves the number of rounds open; undefined where it is known to be small, or nothing is known of it. */
export function unboundedRounds(contract: ContractModel, flow: Flow, call: Recursion): Unbounded | undefined {
  const known = answers.get(call) ?? { found: findUnbounded(contract, flow, call) };
  answers.set(call, known);
  return known.found;
}

/** Several rules ask, and for each step that a round does. */
const answers = new WeakMap<Recursion, { readonly found: Unbounded | undefined }>();

function findUnbounded(contract: ContractModel, flow: Flow, call: Recursion): Unbounded | undefined {
  const handed = handedOn(call);
  if (handed.some(({ next }) => isFraction(next))) return undefined;
  const limits = asked(flow, call).flatMap((fact) => limitsOf(fact, handed));
  const bounds = new Bounds(factsAt(flow, call), believed);
  if (limits.some((limit) => limit.kind === 'count' && bounds.isWithin(limit.upTo, limit.from, MOST_TURNS)))
    return undefined;
  for (const limit of limits) {
    const found = turnsOf(contract, flow, call, limit);
    if (found !== undefined) return found;
  }
  return undefined;
}

/** The arguments that are others in each round. */
function handedOn({ action: { fn, again, args, keywords } }: Recursion): Handed[] {
  const first = byParameter(fn, firstRound(again).given);
  const now = byParameter(fn, again.given);
  return [...byParameter(fn, { values: args, keywords })].flatMap(([name, next]): Handed[] => {
    const before = now.get(name);
    if (before === undefined || before.shape === next.shape) return [];
    return [{ first: first.get(name) ?? before, now: before, next }];
  });
}

const byParameter = ({ node }: FunctionModel, { values, keywords }: Arguments): ReadonlyMap<string, Value> =>
  new Map([
    ...values.map((value, place) => [node.parameters[place]?.name ?? '', value] as const),
    ...keywords,
  ]);

function firstRound(round: Frame): Frame {
  let first = round;
  for (let each: Frame | undefined = round; each !== undefined; each = each.caller)
    if (each.fn === round.fn && each.call !== undefined) first = each;
  return first;
}

/** A search that halves its distance is short for any number. */
const isFraction = ({ made }: Value, depth = 0): boolean =>
  made !== undefined &&
  (made.operator === '//' ||
    made.operator === '>>' ||
    (depth < 2 && (isFraction(made.left, depth + 1) || isFraction(made.right, depth + 1))));

/** What a round asked before it called the next. */
const asked = (flow: Flow, call: Recursion): readonly Fact[] =>
  dominators(flow, call).flatMap((step) =>
    isStep(step, 'way') && isWithin(step, call.action.again) ? step.action.facts : [],
  );

function isWithin({ frame }: Step, round: Frame): boolean {
  let each: Frame | undefined = frame;
  while (each !== undefined && each !== round) each = each.caller;
  return each === round;
}

/** What limits the rounds: a number that is counted up to, from another, or down from; or something that is walked through. */
type Limit =
  | { readonly kind: 'count'; readonly upTo: Value; readonly from: Value | undefined }
  | { readonly kind: 'walk'; readonly over: Value };

function limitsOf(fact: Fact, handed: readonly Handed[]): Limit[] {
  if (fact.kind === 'true') return handed.flatMap((each) => limitOfTruth(fact.value, each));
  if (fact.kind !== 'compare') return [];
  const { left, right } = fact;
  return handed.flatMap((each) => [
    ...limitOfSide(fact.operator, left, right, each),
    ...limitOfSide(mirrored(fact.operator), right, left, each),
  ]);
}

/** `while people` and `while left` of a loop. */
function limitOfTruth(value: Value, { first, now, next }: Handed): Limit[] {
  if (value.shape === `len ${now.shape}`) return [{ kind: 'walk', over: first }];
  if (value.shape !== now.shape) return [];
  if (next.made?.operator === '-') return [{ kind: 'count', upTo: first, from: undefined }];
  return [{ kind: 'walk', over: isNextEntry(next) ? next : first }];
}

/** What a number that each round changes is held against. */
function limitOfSide(operator: CompareOperator, side: Value, other: Value, handed: Handed): Limit[] {
  const { first, now, next } = handed;
  if (side.shape === `len ${now.shape}`) return [{ kind: 'walk', over: first }];
  if (side.shape !== now.shape && !linearOf(side).terms.has(now.shape)) return [];
  const isDown = next.made?.operator === '-';
  switch (operator) {
    case '<':
    case '<=':
      return [{ kind: 'count', upTo: other, from: first }];
    case '>':
    case '>=':
      return [{ kind: 'count', upTo: first, from: undefined }];
    case '!=':
    case 'is not':
      if (isNextEntry(next)) return [{ kind: 'walk', over: next }];
      return [
        isDown
          ? { kind: 'count', upTo: first, from: undefined }
          : { kind: 'count', upTo: other, from: first },
      ];
    default:
      return [];
  }
}

/** Each entry of a linked list in storage names the next one. */
const isNextEntry = ({ read }: Value): boolean => read !== undefined && read.keys.length > 0;

function turnsOf(contract: ContractModel, flow: Flow, call: Recursion, limit: Limit): Unbounded | undefined {
  if (limit.kind === 'count') return countTurns(contract, flow, call, withoutConstant(limit.upTo), 0);
  const { over } = limit;
  if (isNextEntry(over) && over.read !== undefined) return ofChain(contract, over.read.item);
  return over.items === undefined ? listTurns(contract, flow, call, over, 0) : undefined;
}

/** `len(array) - 1` is as long as the array. */
function withoutConstant(count: Value): Value {
  const [term, ...others] = linearOf(count).terms.values();
  return term !== undefined && others.length === 0 && term.factor === 1n ? term.value : count;
}
