import { isOnly, Type } from '../model/types.ts';
import type { Node } from '../python/tree.ts';
import { joinOrigins, value, type Condition, type Growth, type Reference, type Value } from './values.ts';

/** Collections within collections that are looked into where ways meet. */
const MOST_NESTED = 4;

/** A value that is one of several, as where two ways of a program meet; `when` is what holds on each of the ways. */
export function either(
  node: Node,
  values: readonly Value[],
  when: readonly (readonly Condition[])[] = [],
  depth = 0,
): Value {
  const [first, ...rest] = values;
  if (first === undefined) return value(node);
  if (rest.every((other) => other === first)) return first;
  if (rest.every((other) => other.shape === first.shape && other.reference === first.reference)) return first;
  const alike = rest.every((other) => sameThing(first.reference, other.reference));
  const unknown = values.some(({ types }) => types === 0);
  return value(node, {
    types: unknown ? 0 : values.reduce((all, { types }) => all | types, 0),
    origins: joinOrigins(...values.map(({ origins }) => origins)),
    reference: alike ? first.reference : eitherReference(node, values),
    ...eitherContents(node, values, depth),
    choices: values.map((each, index) => ({ value: each, when: when[index] ?? [] })),
  });
}

/** The first of them; of several objects of one class, each of which was made with other names and types, one of which neither is known. */
function eitherReference(node: Node, values: readonly Value[]): Reference | undefined {
  const references = values.flatMap(({ reference }) => reference ?? []);
  const [first] = references;
  if (first?.kind !== 'instance') return first;
  const objects = references.filter((each) => each.kind === 'instance' && each.cls === first.cls);
  if (objects.length < values.length) return first;
  const fields = new Map(first.fields);
  for (const [name, field] of fields) {
    const all = objects.flatMap((each) => (each.kind === 'instance' ? (each.fields.get(name) ?? []) : []));
    if (all.every(isWrittenOut) && all.some((each) => each.shape !== field.shape))
      fields.set(name, { ...either(node, all, [], 1), reference: undefined, types: 0 });
  }
  return { ...first, fields };
}

/** A constant, or a type. */
const isWrittenOut = ({ constant, reference }: Value): boolean =>
  constant !== undefined || reference?.kind === 'builtin' || reference?.kind === 'platform';

type Contents = Pick<Value, 'element' | 'key' | 'entries' | 'grown'>;
const noContents: Contents = { element: undefined, key: undefined, entries: undefined, grown: undefined };

function eitherContents(node: Node, values: readonly Value[], depth: number): Contents {
  if (
    depth > MOST_NESTED ||
    values.every(({ element, key, grown }) => (element ?? key ?? grown) === undefined)
  )
    return noContents;
  return {
    element: eitherPart(node, values, 'element', depth + 1),
    key: eitherPart(node, values, 'key', depth + 1),
    entries: depth === 0 ? eitherEntries(node, values) : undefined,
    grown: eitherGrowth(values),
  };
}

/** An element, or a key, of one of several collections; what is known to be empty has none. */
export function eitherPart(
  node: Node,
  values: readonly Value[],
  part: 'element' | 'key',
  depth = 1,
): Value | undefined {
  if (values.every((each) => each[part] === undefined)) return undefined;
  const parts = values.flatMap((each) => each[part] ?? (holdsNothing(each) ? [] : unknownPart(each, node)));
  return either(node, parts, [], depth);
}

/** What an element of a collection is of which nothing is known. */
export const unknownPart = ({ origins }: Value, node: Node): Value => value(node, { origins });

/** Whether it is a list, dict or set without elements, or no collection at all. */
export const holdsNothing = (of: Value): boolean => isEmpty(of) || isOnly(of.types, ~COLLECTIONS);

/** Whether it is written out as `[]` or `{}`, or made so by a call of its class. */
export const isEmpty = ({ types, items, entries, element }: Value): boolean =>
  element === undefined &&
  (isOnly(types, Type.dict) ? entries?.size === 0 : isOnly(types, COLLECTIONS) && items?.length === 0);

const COLLECTIONS = Type.list | Type.dict | Type.set | Type.tuple;

/** Names that are told apart in a dict that changes: each change copies them. */
export const MOST_NAMES = 100;

function eitherEntries(node: Node, values: readonly Value[]): Value['entries'] {
  const all = values.flatMap(({ entries }) => entries ?? []);
  if (all.length < values.length || all.some(({ size }) => size > MOST_NAMES)) return undefined;
  const names = new Set(all.flatMap((entries) => [...entries.keys()]));
  const under = (name: string) => all.flatMap((entries) => entries.get(name) ?? []);
  return new Map([...names].map((name) => [name, either(node, under(name), [], 1)]));
}

/** How several states of one collection came about. */
function eitherGrowth([one, ...rest]: readonly Value[]): Growth | undefined {
  if (one === undefined) return undefined;
  const first = atFirst(one);
  if (rest.some((other) => atFirst(other) !== first)) return undefined;
  const all = [one, ...rest].flatMap(({ grown }) => grown ?? []);
  const [only] = all;
  if (all.every((each) => each === only)) return only;
  return {
    first,
    loops: new Set(all.flatMap(({ loops }) => [...loops])),
    whole: all.some(({ whole }) => whole),
    names: all.every(({ names }) => names !== undefined)
      ? new Set(all.flatMap(({ names = [] }) => [...names]))
      : undefined,
  };
}

/** What a collection was at first: the same of all its states. */
export const atFirst = (of: Value): Value => of.grown?.first ?? of;

/** Whether two values are one collection, perhaps at two times. */
export const isSameCollection = (one: Value, other: Value): boolean =>
  one.shape === other.shape || atFirst(one) === atFirst(other);

function sameThing(left: Reference | undefined, right: Reference | undefined): boolean {
  if (left === right) return true;
  return left?.kind === 'container' && right?.kind === 'container' && left.item === right.item;
}
