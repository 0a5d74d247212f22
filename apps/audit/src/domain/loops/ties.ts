import { argumentsOf } from '../flow/arguments.ts';
import { isOutgoing, takesOver } from '../access/callee.ts';
import { factsAt } from '../flow/dominance.ts';
import { isStep, stepsOf, type ContractModel, type Flow, type StepOf } from '../flow/flow.ts';
import type { Frame, Step } from '../flow/steps.ts';
import { factLeaves } from '../flow/uses.ts';
import { hasOrigin, sameKeys, type Comparison, type StorageItem, type Value } from '../flow/values.ts';

/** Two accounts by which two things are worked out in one and the same way. */
export type Pair = readonly [one: Value, other: Value];

interface Loop {
  readonly contract: ContractModel;
  readonly flow: Flow;
  readonly head: StepOf<'loop'>;
  readonly body: readonly Step[];
}

/**
 * The accounts of a loop that draws again as long as both of them have drawn alike. What is worked out in one way of two accounts is
 * equal whenever the accounts are, however often it is worked out: where one account may stand on both sides, nothing ends the loop.
 */
export function tiedPair(loop: Loop, rounds: readonly Comparison[]): Pair | undefined {
  const pairs = pairsIn(loop).filter(({ pair }) => mayBeEqual(loop, pair));
  return pairs.find(
    ({ pair, calls }) =>
      rounds.length > 0 && rounds.every((round) => isOfCalls(calls, round) || isOfShapes(pair, round)),
  )?.pair;
}

interface Candidate {
  readonly pair: Pair;
  /** The two calls of one function that were given them. */
  readonly calls: readonly StepOf<'call'>[];
}

/** Values in which two calls of one function, or two reads of one place in storage, differ. */
function pairsIn({ head, body }: Loop): Candidate[] {
  const calls = body.filter(
    (step): step is StepOf<'call'> => isStep(step, 'call') && step.frame === head.frame && isPure(step, body),
  );
  const reads = body.filter((step): step is StepOf<'read'> => isStep(step, 'read'));
  return [
    ...twoOf(calls, (one, other) => one.action.fn === other.action.fn).flatMap(([one, other]) =>
      differing(argumentsOf(one.action), argumentsOf(other.action)).map((pair) => ({
        pair,
        calls: [one, other],
      })),
    ),
    ...twoOf(reads, (one, other) => one.action.item === other.action.item).flatMap(([one, other]) =>
      differing(one.action.keys, other.action.keys).map((pair) => ({ pair, calls: [] })),
    ),
  ];
}

function twoOf<Each>(
  all: readonly Each[],
  belong: (one: Each, other: Each) => boolean,
): (readonly [Each, Each])[] {
  return all.flatMap((one, index) =>
    all
      .slice(index + 1)
      .filter((other) => belong(one, other))
      .map((other) => [one, other] as const),
  );
}

/** The one place in which two lists of values differ. */
function differing(ones: readonly Value[], others: readonly Value[]): Pair[] {
  if (ones.length !== others.length) return [];
  const pairs = ones.flatMap((one, place): Pair[] => {
    const other = others[place];
    return other === undefined || other.shape === one.shape ? [] : [[one, other]];
  });
  return pairs.length === 1 ? pairs : [];
}

/** A function that changes nothing, and asks nobody who may change something, answers alike to the same question. */
const isPure = (call: StepOf<'call'>, body: readonly Step[]): boolean =>
  body.every(
    (step) =>
      !isInside(step.frame, call) ||
      !(
        isStep(step, 'write') ||
        isStep(step, 'attribute') ||
        isStep(step, 'event') ||
        (isOutgoing(step) && takesOver(step))
      ),
  );

function isInside(frame: Frame, { node }: Step): boolean {
  for (let each: Frame | undefined = frame; each !== undefined; each = each.caller)
    if (each.call?.node === node) return true;
  return false;
}

/** Both sides are what the two calls gave. */
function isOfCalls(calls: readonly StepOf<'call'>[], { left, right }: Comparison): boolean {
  const [first] = calls;
  if (first === undefined || left.node !== right.node) return false;
  const { node } = first.action.fn;
  return node.start <= left.node.start && left.node.end <= node.end;
}

/** One side is the other with one account in the place of the other. */
const isOfShapes = ([one, other]: Pair, { left, right }: Comparison): boolean =>
  [left, right].every(({ shape }) => shape.includes(one.shape) || shape.includes(other.shape)) &&
  left.shape.replaceAll(one.shape, other.shape) === right.shape.replaceAll(one.shape, other.shape);

// --- Whether both may be one -------------------------------------------------------------------------------------------------------

function mayBeEqual({ contract, flow, head }: Loop, pair: Pair): boolean {
  const isToldApart = factsAt(flow, head)
    .flatMap(factLeaves)
    .some((fact) => fact.kind === 'compare' && fact.operator === '!=' && isAbout(fact, pair));
  if (isToldApart) return false;
  if (pair.every(isOfCaller)) return true;
  const [array, other] = pair.map(({ read }) => read?.item);
  return array !== undefined && array === other && array.kind === 'ArrayDB' && takesTwice(contract, array);
}

const isAbout = ({ left, right }: Comparison, [one, other]: Pair): boolean =>
  sameKeys([left, right], [one, other]) || sameKeys([right, left], [one, other]);

/** Whoever calls says who it is. */
const isOfCaller = (account: Value): boolean =>
  hasOrigin(account, 'parameter', 'sender') &&
  !hasOrigin(account, 'storage', 'call', 'own address') &&
  account.made === undefined;

/** Somebody is put into a list without a look at whether they are in there. */
const takesTwice = ({ flows }: ContractModel, array: StorageItem): boolean =>
  flows.some((flow) =>
    stepsOf(flow, 'write').some(
      (write) =>
        write.action.item === array &&
        write.action.how === 'put' &&
        write.action.value !== undefined &&
        isOfCaller(write.action.value) &&
        !isLookedUp(flow, write, write.action.value),
    ),
  );

const isLookedUp = (flow: Flow, write: Step, account: Value): boolean =>
  factsAt(flow, write)
    .flatMap(factLeaves)
    .flatMap((fact) => (fact.kind === 'compare' ? [fact.left, fact.right] : [fact.value]))
    .some(
      ({ shape, read }) =>
        shape === account.shape || read?.keys.some((key) => key.shape === account.shape) === true,
    );
