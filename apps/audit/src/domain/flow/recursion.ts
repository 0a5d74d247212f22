import type { FunctionModel } from '../model/program.ts';
import { isOnly } from '../model/types.ts';
import type { Node } from '../python/tree.ts';
import { forEachChild } from '../python/walk.ts';
import { once } from '../once.ts';
import type { Arguments } from './arguments.ts';
import { typesOfAll } from './collections.ts';
import { eitherPart } from './either.ts';
import type { Environment } from './environment.ts';
import type { Frame } from './steps.ts';
import { joinOrigins, value, type Origin, type Origins, type Reference, type Value } from './values.ts';

/**
 * A function that calls itself, at once or through others, runs inside itself: with the values that it hands itself, and so on the
 * ways that only those open. This goes on until a round is handed nothing that an earlier one was not.
 */
const FEWEST_ROUNDS = 2;
/** From here on a number that each round counts on is any number. */
const COUNTED_FROM = 3;
/** The last round takes whatever is still new as anything of its kind; real code needs three. */
const MOST_ROUNDS = 5;

/** Each level takes up to six frames of JavaScript's stack, which holds about six thousand of ours. */
const MOST_NESTED = 600;
/** So many calls fit into the stack whatever stands in them. */
const DEEP = 5;

/** The calls of a function that run already, the innermost first. What a decorator puts in front of two methods are two functions. */
export function roundsOf(frame: Frame, fn: FunctionModel, closure: Environment<Value> | undefined): Frame[] {
  const rounds: Frame[] = [];
  for (let each: Frame | undefined = frame; each?.call !== undefined; each = each.caller)
    if (each.fn === fn && each.closure === closure) rounds.push(each);
  return rounds;
}

/** Whether what a function is handed in one more round is nothing new. */
export const bringsNothingNew = (rounds: readonly Frame[], given: Arguments): boolean =>
  rounds.length >= FEWEST_ROUNDS && rounds.some((round) => covers(round.given, given));

export const areTooMany = (rounds: readonly Frame[]): boolean => rounds.length >= MOST_ROUNDS;

/** What one more round is handed, where that stands for all the rounds behind it, too. */
export function widened([before]: readonly Frame[], given: Arguments, round: number, node: Node): Arguments {
  if (before === undefined || round < COUNTED_FROM) return given;
  const last = round >= MOST_ROUNDS;
  const wide = (old: Value | undefined, now: Value) =>
    old !== undefined && (last ? !coversValue(old, now) : isCounted(old, now)) ? anyOf(old, now, node) : now;
  return {
    values: given.values.map((now, place) => wide(before.given.values[place], now)),
    keywords: new Map(
      [...given.keywords].map(([name, now]) => [name, wide(before.given.keywords.get(name), now)]),
    ),
  };
}

const isCounted = (old: Value, now: Value): boolean =>
  typeof old.constant === 'bigint' && typeof now.constant === 'bigint' && old.constant !== now.constant;

/** Anything of the types and from the places that two values are of. */
const anyOf = (one: Value, other: Value, node: Node): Value =>
  value(node, {
    types: typesOfAll([one, other]),
    origins: joinOrigins(one.origins, other.origins),
    element: eitherPart(node, [one, other], 'element'),
    key: eitherPart(node, [one, other], 'key'),
  });

function covers(before: Arguments, given: Arguments): boolean {
  if (before.values.length !== given.values.length || before.keywords.size !== given.keywords.size)
    return false;
  return (
    given.values.every((now, place) => coversValue(before.values[place], now)) &&
    [...given.keywords].every(([name, now]) => coversValue(before.keywords.get(name), now))
  );
}

/** Whether all that is known of one value holds of another. */
function coversValue(old: Value | undefined, now: Value): boolean {
  if (old === undefined || old === now) return old === now;
  return (
    old.constant === now.constant &&
    (old.types === 0 || isOnly(now.types, old.types)) &&
    comesFrom(old.origins, now.origins) &&
    old.read?.item === now.read?.item &&
    isSameThing(old.reference, now.reference)
  );
}

/** Whether each of some origins is one of the others, or says the same. */
function comesFrom(others: Origins, some: Origins): boolean {
  const all = [...others];
  return [...some].every((origin) => others.has(origin) || all.some((other) => isSameOrigin(origin, other)));
}

function isSameOrigin(one: Origin, other: Origin): boolean {
  if (one.kind === 'storage') return other.kind === 'storage' && one.item === other.item;
  if (one.kind === 'call') return other.kind === 'call' && one.method === other.method;
  if ('what' in one) return one.kind === other.kind && 'what' in other && one.what === other.what;
  return one.kind === other.kind && !('name' in one);
}

function isSameThing(old: Reference | undefined, now: Reference | undefined): boolean {
  if (old?.kind !== now?.kind || old === undefined || now === undefined) return old === now;
  if (old.kind === 'container') return now.kind === 'container' && old.item === now.item;
  if (old.kind === 'instance') return now.kind === 'instance' && old.cls === now.cls;
  if (old.kind === 'function') return now.kind === 'function' && old.fn === now.fn;
  return true;
}

/** What the rounds behind return, of what one of them was seen to return and what is known of those behind it. */
export function returnedBy(opaque: Value, known: Value | undefined, returned: Value): Value {
  return value(opaque.node, {
    types: typesOfAll(known === undefined ? [returned] : [known, returned]),
    origins: joinOrigins(opaque.origins, known?.origins, returned.origins),
    element: eitherPart(opaque.node, known === undefined ? [returned] : [known, returned], 'element'),
    key: eitherPart(opaque.node, known === undefined ? [returned] : [known, returned], 'key'),
  });
}

/** Whether one more round returned nothing that was not known before. */
export const isSettled = (known: Value, returned: Value): boolean =>
  known.types === returned.types && comesFrom(known.origins, returned.origins);

/** Whether the blocks and brackets of all calls around, and of one more, are too many to be read inside one another. */
export function isTooNested(frame: Frame, fn: FunctionModel): boolean {
  if (frame.depth < DEEP) return false;
  let levels = nestingOf(fn);
  for (let each: Frame | undefined = frame; each !== undefined; each = each.caller)
    levels += nestingOf(each.fn);
  return levels > MOST_NESTED;
}

/** How many nodes of a function stand inside one another at most. */
const nestingOf = once((fn: FunctionModel): number => {
  let level = 0;
  for (let nodes: Node[] = [fn.node]; nodes.length > 0; level += 1) {
    const below: Node[] = [];
    for (const node of nodes) forEachChild(node, (child) => below.push(child));
    nodes = below;
  }
  return level;
});
