import { argumentsOf } from '../flow/arguments.ts';
import { everyFlow, judgedFlows, stepsByNode } from '../flow/every-flow.ts';
import { isStep, stepsAfter, stepsOf, type Flow, type StepOf } from '../flow/flow.ts';
import type { Step } from '../flow/steps.ts';
import { factLeaves } from '../flow/uses.ts';
import { ORDERS, type Value } from '../flow/values.ts';
import type { Subject } from '../model/subject.ts';
import { isOnly, mayBe, Type } from '../model/types.ts';
import { variableMatters } from './order.ts';

/** A set that each node may run through in an order of its own. Numbers stand in the same order everywhere: their hash has no seed. */
export const isSet = (value: Value | undefined): value is Value =>
  value !== undefined &&
  isOnly(value.types, Type.set) &&
  !isOnly(value.element?.types ?? 0, Type.int | Type.bool);

/** Calls that make something of a set's order: a sequence of its elements, or "some" element. */
const MAKES_LIST: ReadonlySet<string> = new Set([
  'list',
  'tuple',
  'enumerate',
  'zip',
  'map',
  'filter',
  'str',
  'repr',
  '.join',
  '.extend',
  'json_dumps',
]);
const PICKS: ReadonlySet<string> = new Set(['iter', 'next']);

/** Places at which the order of a set is taken. */
export interface TakenOrder {
  readonly kind: 'list' | 'pick';
  readonly step: StepOf<'platform'>;
}

export function takenOrders(subject: Subject): TakenOrder[] {
  return [...stepsByNode(subject, 'platform').values()].flatMap((steps) =>
    steps.flatMap((step): TakenOrder[] => {
      const { name, args } = step.action;
      if (name === '.pop') return isSet(args[0]) ? [{ kind: 'pick', step }] : [];
      if (!args.some(isSet)) return [];
      if (PICKS.has(name)) return [{ kind: 'pick', step }];
      return MAKES_LIST.has(name) ? [{ kind: 'list', step }] : [];
    }),
  );
}

/** A loop over a set, with the first thing in it that comes out otherwise in another order. */
export interface LoopOverSet {
  readonly loop: StepOf<'loop'>;
  readonly flow: Flow;
  readonly effect: Step | undefined;
}

export function loopsOverSets(subject: Subject): LoopOverSet[] {
  return everyFlow(subject).flatMap((flow) =>
    stepsOf(flow, 'loop')
      .filter(({ action }) => isSet(action.loop.over))
      .map((loop) => ({ loop, flow, effect: effectOf(subject, flow, loop) })),
  );
}

function effectOf(subject: Subject, flow: Flow, loop: StepOf<'loop'>): Step | undefined {
  const inside = (step: Step) => step.loops.includes(loop.action.loop);
  const within = flow.steps.find((step) => inside(step) && dependsOnOrder(subject, step));
  // Text and lists that were put together in the loop are used behind it.
  return (
    within ??
    [...stepsAfter(loop)].find(
      (step) =>
        !inside(step) &&
        recordedIn(step).some((value) => isUnsettledText(value) || isPickedIn(flow, loop, value)),
    )
  );
}

/**
 * One of the elements is kept for the best, and of several that are as good the first: `if votes > most: best = name`. Where elements
 * are held against each other as well, the order is settled.
 */
function isPickedIn(flow: Flow, { action: { loop } }: StepOf<'loop'>, value: Value | undefined): boolean {
  if (value === undefined || !leavesOf(value).some(isElement)) return false;
  return !stepsOf(flow, 'way').some(
    (way) =>
      way.loops.includes(loop) &&
      way.action.facts
        .flatMap(factLeaves)
        .some(
          (fact) =>
            fact.kind === 'compare' && ORDERS.has(fact.operator) && [fact.left, fact.right].some(isElement),
        ),
  );
}

/** An element as it is, and not a number that was worked out or looked up by it. */
const isElement = (value: Value): boolean =>
  isUnsettled(value) && value.made === undefined && value.read === undefined && value.choices === undefined;

const leavesOf = (value: Value, depth = 0): Value[] =>
  value.choices === undefined || depth > DEEPEST
    ? [value]
    : value.choices.flatMap((choice) => leavesOf(choice.value, depth + 1));

/** Choices within choices that are looked into. */
const DEEPEST = 4;

/** A record into which the order of a set finds its way without a loop or a call: by `a, b = names`, or as text in another text. */
export function recordedOrders(subject: Subject, known: ReadonlySet<Step>): StepOf<Recorded>[] {
  return judgedFlows(subject).flatMap((flow) => {
    const recorded = RECORDED.flatMap((kind): readonly StepOf<Recorded>[] => stepsOf(flow, kind)).filter(
      (step) => recordedIn(step).some(isUnsettledText),
    );
    return recorded.length > 0 && flow.steps.some((step) => known.has(step)) ? [] : recorded;
  });
}

const RECORDED = ['write', 'event', 'return', 'raise'] as const;
type Recorded = (typeof RECORDED)[number];

/** What a step hands to the database, to the log or to whoever called. */
function recordedIn(step: Step): readonly (Value | undefined)[] {
  if (isStep(step, 'event')) return argumentsOf(step.action);
  return isStep(step, 'write') || isStep(step, 'return') || isStep(step, 'raise') ? [step.action.value] : [];
}

/** Counting and adding up come out the same; what is written, sent, told or collected one after another does not. */
function dependsOnOrder(subject: Subject, step: Step): boolean {
  if (isStep(step, 'write') || isStep(step, 'event') || isStep(step, 'transfer') || isStep(step, 'external'))
    return true;
  if (isStep(step, 'platform')) return collects(subject, step);
  return (isStep(step, 'raise') || isStep(step, 'return')) && isUnsettled(step.action.value);
}

/** `list.append(…)`, where the order of the list is of use later. */
function collects(subject: Subject, { action, node }: StepOf<'platform'>): boolean {
  if (!['.append', '.insert', '.extend'].includes(action.name)) return false;
  const found = subject.facts.find(node);
  if (found?.node.kind !== 'Call' || found.node.callee.kind !== 'Attribute') return false;
  const { value } = found.node.callee;
  return value.kind !== 'Name' || variableMatters(subject, found, value.id);
}

/** Another element would have given another value. */
const isUnsettled = (value: Value | undefined): boolean =>
  value !== undefined &&
  [...value.origins].some((origin) => origin.kind === 'unequal' && origin.what === 'set order');

/** A number may be a sum, which is the same in any order. */
const isUnsettledText = (value: Value | undefined): boolean =>
  value !== undefined &&
  isUnsettled(value) &&
  !mayBe(value.types, Type.int) &&
  !isOnly(value.types, Type.bool);
