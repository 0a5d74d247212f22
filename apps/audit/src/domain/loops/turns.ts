import { factsAt } from '../flow/dominance.ts';
import { stepsOf, type ContractModel, type Flow, type StepOf } from '../flow/flow.ts';
import { isEmpty } from '../flow/either.ts';
import { orderOf } from '../flow/order.ts';
import type { Step } from '../flow/steps.ts';
import {
  hasOrigin,
  storageOrigins,
  type Fact,
  type Growth as CollectionGrowth,
  type StorageItem,
  type Value,
} from '../flow/values.ts';
import { isOnly, Type } from '../model/types.ts';
import type { Node } from '../python/tree.ts';
import { believed } from '../numbers/beliefs.ts';
import { Bounds } from '../numbers/bounds.ts';
import { constantLinear, linearOf, plus } from '../numbers/linear.ts';
import { isLeftEarly } from './few-turns.ts';
import { leastOf } from './least.ts';
import { linksOf } from './links.ts';
import { fillsInTurns, halves } from './parts.ts';
import { sourceOfWalk } from './walks.ts';
import {
  chainGrowthOf,
  comesFromCaller,
  growthOf,
  isCut,
  isMadeLonger,
  isShort,
  type Growth,
} from './length.ts';

/** Why nobody can say how often a loop runs. */
export type Unbounded =
  /** Over something in storage that grows; nothing in a contract that is not seen as a whole. */
  | { readonly kind: 'storage'; readonly item: StorageItem; readonly growth: Growth }
  | { readonly kind: 'count' | 'list' | 'answer'; readonly value: Value };

/** A block holds fewer turns of the cheapest loop that writes than this. */
export const MOST_TURNS = 5000n;

/** Loops over what another loop collects; real code has two. */
const MOST_COLLECTED = 4;

/** What leaves the number of turns open; undefined where it is known to be small. */
export function unboundedTurns(
  contract: ContractModel,
  flow: Flow,
  head: StepOf<'loop'>,
  depth = 0,
): Unbounded | undefined {
  const found = openTurns(contract, flow, head, depth);
  const isFew = (limit: Value, known: Bounds) =>
    known.isWithin(limit, undefined, MOST_TURNS) || isConfigured(contract, limit, undefined);
  return found === undefined || isLeftEarly(flow, head, isFew) ? undefined : found;
}

/** As if no turn left the loop. */
function openTurns(
  contract: ContractModel,
  flow: Flow,
  head: StepOf<'loop'>,
  depth: number,
): Unbounded | undefined {
  const { loop } = head.action;
  const { over } = loop;
  if (over === undefined) return whileTurns(contract, flow, head, depth);
  if (over.reference?.kind === 'container') return ofStorage(contract, over.reference.item);
  if (over.reference?.kind === 'builtin' && over.reference.name === 'range')
    return rangeTurns(contract, flow, head, over.items ?? [], depth);
  if (loop.bound.kind === 'fixed' || isCut(over)) return undefined;
  return listTurns(contract, flow, head, over, depth);
}

export function listTurns(
  contract: ContractModel,
  flow: Flow,
  head: Step,
  over: Value,
  depth: number,
): Unbounded | undefined {
  const walked = sourceOfWalk(flow, over);
  if (walked.reference?.kind === 'container') return ofStorage(contract, walked.reference.item);
  // The loop in the generator is looked at for itself; `**kwargs` are as many as stand in the call.
  if (walked.reference?.kind === 'generator' || walked.reference?.kind === 'arguments') return undefined;
  if (walked.read?.item.kind === 'ArrayDB') return ofStorage(contract, walked.read.item);
  if (isShort(flow, head, walked) || isShort(flow, head, over) || isCut(walked)) return undefined;
  if ('generators' in walked.node)
    return depth > MOST_COLLECTED ? undefined : madeTurns(contract, flow, walked.node.generators, depth + 1);
  if (isOnly(walked.types, Type.str) || isOnly(walked.types, Type.bytes)) return undefined;
  if (walked.grown !== undefined && isEmpty(walked.grown.first) && !walked.grown.whole)
    return depth > MOST_COLLECTED ? undefined : collectedTurns(contract, flow, walked.grown, depth + 1);
  // What is written out one by one is as long as it stands there.
  if ((walked.node.kind === 'Dict' || walked.node.kind === 'List') && !fillsInTurns(head.frame.fn.node.body))
    return undefined;
  if (hasOrigin(walked, 'call') && !hasOrigin(walked, 'parameter')) return { kind: 'answer', value: over };
  if (comesFromCaller(walked) && hasOrigin(walked, 'parameter'))
    return isHeldLater(flow, head) ? undefined : { kind: 'list', value: over };
  return storedText(contract, walked);
}

/** What began empty is as long as the loops ran that it was filled in. */
function collectedTurns(
  contract: ContractModel,
  flow: Flow,
  { first, loops }: CollectionGrowth,
  depth: number,
): Unbounded | undefined {
  for (const head of stepsOf(flow, 'loop')) {
    // Of a loop around all of it each turn begins with an empty one.
    const isAround = head.node.start <= first.node.start && first.node.end <= head.node.end;
    if (!loops.has(head.node) || isAround) continue;
    const found = unboundedTurns(contract, flow, head, depth);
    if (found !== undefined) return found;
  }
  return undefined;
}

/** `[each for each in array]` is as long as the loops ran that stand in it. */
function madeTurns(
  contract: ContractModel,
  flow: Flow,
  generators: readonly Node[],
  depth: number,
): Unbounded | undefined {
  return stepsOf(flow, 'loop')
    .filter(({ node }) => generators.includes(node))
    .map((head) => unboundedTurns(contract, flow, head, depth))
    .find((found) => found !== undefined);
}

/** `[int(part) for part in text.split(',')]`, of which more than a few are refused right behind: the text itself is of limited length. */
function isHeldLater(flow: Flow, head: Step): boolean {
  const { node, frame, id } = head;
  const lengths = stepsOf(flow, 'platform').filter(({ id: later, frame: around, action: { name, args } }) => {
    const list = later > id && around === frame && name === 'len' ? args[0]?.node : undefined;
    return list?.kind === 'ListComprehension' && list.start <= node.start && node.end <= list.end;
  });
  return lengths.some(({ action: { result } }) =>
    stepsOf(flow, 'way').some((way) =>
      new Bounds([...factsAt(flow, way), ...way.action.facts], believed).isAtMost(result, MOST_TURNS),
    ),
  );
}

/** A list that is kept as text in one place. */
function storedText(contract: ContractModel, walked: Value): Unbounded | undefined {
  const items = storageOrigins(walked).filter(
    (item) => hasOrigin(walked, 'json') || (isCutApart(walked) && isMadeLonger(contract, item)),
  );
  return items.map((item) => ofStorage(contract, item)).find((found) => found !== undefined);
}

/** `text.split(',')` */
const isCutApart = ({ node }: Value): boolean =>
  node.kind === 'Call' && node.callee.kind === 'Attribute' && node.callee.name === 'split';

export function ofStorage(contract: ContractModel, item: StorageItem): Unbounded | undefined {
  const growth = growthOf(contract, item);
  if (growth === undefined || (!growth.open && isSetting(growth.step))) return undefined;
  return { kind: 'storage', item, growth };
}

/** Entries of which each names the next. */
export function ofChain(contract: ContractModel, item: StorageItem): Unbounded | undefined {
  const growth = chainGrowthOf(contract, item);
  return growth === undefined ? undefined : { kind: 'storage', item, growth };
}

/** A number that chosen accounts set as they like, and not one that is counted up. */
const isSetting = ({ action: { item, value } }: StepOf<'write'>): boolean =>
  item.kind === 'VarDB' &&
  value !== undefined &&
  isOnly(item.valueType, Type.int) &&
  !storageOrigins(value).includes(item);

function rangeTurns(
  contract: ContractModel,
  flow: Flow,
  head: StepOf<'loop'>,
  items: readonly Value[],
  depth: number,
): Unbounded | undefined {
  const step = items[2]?.constant;
  const ends = items.length === 1 ? [items[0], undefined] : [items[1], items[0]];
  const [stop, start] = typeof step === 'bigint' && step < 0n ? ends.toReversed() : ends;
  if (stop === undefined) return undefined;
  const bounds = new Bounds(factsAt(flow, head), believed);
  if (bounds.isWithin(stop, start, MOST_TURNS)) return undefined;
  if (leastOf(stop).some((count) => isConfigured(contract, count, start))) return undefined;
  return countTurns(contract, flow, head, stop, depth);
}

/** A batch whose size chosen accounts set: `range(start, start + batch.get())`. */
function isConfigured(contract: ContractModel, stop: Value, start: Value | undefined): boolean {
  const terms = [
    ...plus(linearOf(stop), start === undefined ? constantLinear(0n) : linearOf(start), -1n).terms.values(),
  ];
  return terms.every(
    ({ value, factor }) => factor > 0n && leastOf(value).some((each) => isSetNumber(contract, each)),
  );
}

const isSetNumber = (contract: ContractModel, { read }: Value): boolean =>
  read?.item.kind === 'VarDB' && read.how === 'get' && ofStorage(contract, read.item) === undefined;

/** What decides how large a number of turns is. */
export function countTurns(
  contract: ContractModel,
  flow: Flow,
  head: Step,
  count: Value,
  depth: number,
): Unbounded | undefined {
  const shifted = shiftedBy(count);
  if (shifted !== undefined) return countTurns(contract, flow, head, shifted, depth);
  const [list] = count.shape.startsWith('len ') ? (count.items ?? []) : [];
  if (list !== undefined) return listTurns(contract, flow, head, list, depth);
  const lengths = [count, ...(count.items ?? []), ...(count.choices ?? []).map(({ value }) => value)];
  for (const { read } of lengths) {
    if (read?.how === 'length') return ofStorage(contract, read.item);
  }
  if (hasOrigin(count, 'parameter')) {
    if (count.shape.startsWith('len ') && isShort(flow, head, count)) return undefined;
    return { kind: hasOrigin(count, 'json') ? 'list' : 'count', value: count };
  }
  if (hasOrigin(count, 'call')) return { kind: 'answer', value: count };
  for (const origin of count.origins) {
    if (origin.kind !== 'storage' || mayBeGap(count) || isLengthOfPieces(contract, count, origin.item))
      continue;
    const found = ofStorage(contract, origin.item);
    if (found !== undefined) return found;
  }
  return undefined;
}

/** `len(array) - 1`: a number that is written beside a length makes the array no shorter. */
function shiftedBy(count: Value): Value | undefined {
  const { constant, terms } = linearOf(count);
  const [only, ...more] = terms.values();
  if (constant === 0n || more.length > 0 || only?.factor !== 1n) return undefined;
  return isLength(only.value) ? only.value : undefined;
}

/** The pieces of one stored text are as many as the code cuts it into, unless the text itself becomes longer. */
const isLengthOfPieces = (contract: ContractModel, count: Value, item: StorageItem): boolean =>
  count.shape.startsWith('len ') &&
  item.kind === 'VarDB' &&
  !hasOrigin(count, 'json') &&
  !isMadeLonger(contract, item);

/** A difference of two stored numbers is a distance that may be short however large both are. */
const mayBeGap = ({ made }: Value): boolean =>
  made?.operator === '-' || made?.operator === '//' || made?.operator === '%';

/** `while i < limit`: whichever comparison limits a counter. */
function whileTurns(
  contract: ContractModel,
  flow: Flow,
  head: StepOf<'loop'>,
  depth: number,
): Unbounded | undefined {
  const { node } = head.action.loop;
  const test = node.kind === 'While' ? node.test : undefined;
  if (node.kind === 'While' && halves(node.test, node.body)) return undefined;
  const turns = stepsOf(flow, 'way').filter(
    (step) => step.node === test && step.action.outcome && step.frame === head.frame && step.id > head.id,
  );
  const [way] = turns;
  if (way === undefined) return undefined;
  const bounds = new Bounds(factsAt(flow, head), believed);
  const limits = way.action.facts.flatMap(limitsOf);
  if (limits.some((limit) => bounds.isWithin(limit, undefined, MOST_TURNS))) return undefined;
  return [
    ...limits.map((limit) => countTurns(contract, flow, head, limit, depth)),
    ...(limits.length > 0 ? [] : linksOf(turns).map((item) => ofChain(contract, item))),
  ].find((found) => found !== undefined);
}

/** The side that a counter runs up against; a constant on the other side means that it is taken down instead. */
function limitsOf(fact: Fact): Value[] {
  const order = fact.kind === 'compare' ? orderOf(fact) : undefined;
  if (order === undefined) return emptiedIn(fact);
  const { less, more } = order;
  return less.constant !== undefined && more.read !== undefined ? emptiedIn(fact) : [more];
}

/** An array that is emptied is walked through from its end: `while len(array) > 0: array.pop()`. One that is cut to a length is not. */
function emptiedIn(fact: Fact): Value[] {
  if (fact.kind === 'true') return isLength(fact.value) ? [fact.value] : [];
  if (fact.kind !== 'compare') return [];
  const { left, right } = fact;
  const [length, other] = isLength(left) ? [left, right] : [right, left];
  return isLength(length) && (other.constant === 0n || other.constant === 1n) ? [length] : [];
}

const isLength = ({ read }: Value): boolean => read?.item.kind === 'ArrayDB' && read.how === 'length';
