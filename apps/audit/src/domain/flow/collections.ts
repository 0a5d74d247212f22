import { isOnly, Type, type TypeSet } from '../model/types.ts';
import type { Node } from '../python/tree.ts';
import { either, eitherPart, holdsNothing, isEmpty, MOST_NAMES, unknownPart } from './either.ts';
import type { LoopFrame } from './steps.ts';
import { joinOrigins, ownShape, value, type Growth, type Value, type ValueParts } from './values.ts';

/** What is put into a list, dict or set: keys of a dict, and elements. */
export interface Contents {
  readonly keys: readonly Value[];
  readonly values: readonly Value[];
  /** All of another collection, and not one after another. */
  readonly whole?: true;
  /** Put in by what only a list can do: whatever it is called on is one. */
  readonly intoList?: true;
}

/** `list[:10]`: a part of what it was cut from. */
export const isSlice = ({ node }: Value): boolean => node.kind === 'Subscript' && node.index.kind === 'Slice';

export const nothingPut: Contents = { keys: [], values: [] };
export const elementsPut = (...values: readonly Value[]): Contents => ({ keys: [], values });

/** A collection when something has been put into it, or taken out, in some loops. */
export function filled(of: Value, put: Contents, node: Node, loops: readonly LoopFrame[]): Value {
  const { keys, values } = put;
  return {
    ...of,
    types: put.intoList === true && isUnknown(of) ? Type.list : of.types,
    shape: ownShape(),
    origins: joinOrigins(of.origins, ...[...keys, ...values].map(({ origins }) => origins)),
    element: partWith(of, 'element', values, node),
    key: partWith(of, 'key', keys, node),
    entries: entriesWith(of, put, node),
    items: undefined,
    grown: grownBy(of, put, loops),
  };
}

/** Such as what `json_loads` gives. */
const isUnknown = ({ types, reference }: Value): boolean => types === 0 && reference === undefined;

function grownBy(of: Value, put: Contents, loops: readonly LoopFrame[]): Growth {
  const { values, whole } = put;
  const { first = of, loops: before = noLoops, whole: wasWhole = false } = of.grown ?? {};
  const isKnown = values.length === 0 || loops.every((loop) => before.has(loop.node));
  return {
    first,
    loops: isKnown ? before : new Set([...before, ...loops.map((loop) => loop.node)]),
    whole: wasWhole || whole === true,
    names: namesWith(of, put),
  };
}

function namesWith({ grown }: Value, { keys: [key], values }: Contents): Growth['names'] {
  const name = key?.constant;
  if (typeof name !== 'string' || values.length !== 1) return undefined;
  if (grown === undefined) return new Set([name]);
  return grown.names === undefined || grown.names.size > MOST_NAMES
    ? undefined
    : new Set([...grown.names, name]);
}

/** A dict as it was at first, where a name is asked for under which nothing was put since. */
export function asAtFirst(of: Value, { constant: name }: Value): Value {
  const { names, first } = of.grown ?? {};
  const isUntouched = typeof name === 'string' && names?.has(name) === false;
  return isUntouched && first !== undefined && !isEmpty(first) ? first : of;
}

const noLoops: ReadonlySet<Node> = new Set();

function partWith(of: Value, part: 'element' | 'key', put: readonly Value[], node: Node): Value | undefined {
  if (put.length === 0) return of[part];
  const before = of[part] ?? (isEmpty(of) ? undefined : unknownPart(of, node));
  return either(node, before === undefined ? put : [before, ...put]);
}

/** Under a name that is written there stands what was put there last; what is put under any other may stand under each. */
function entriesWith({ entries }: Value, { keys, values }: Contents, node: Node): Value['entries'] {
  if (entries !== undefined && entries.size > MOST_NAMES) return undefined;
  const [name] = keys.map(({ constant }) => constant);
  const [only] = values;
  if (typeof name === 'string' && keys.length === 1 && only !== undefined)
    return new Map([...(entries ?? []), [name, only]]);
  if (values.length === 0 || entries === undefined) return entries;
  return new Map([...entries].map(([each, before]) => [each, either(node, [before, ...values], [], 1)]));
}

/** What begins empty and may have been filled by somebody else: nothing is known of what is in there. */
export const opened = (of: Value): Value =>
  isEmpty(of) ? { ...of, items: undefined, entries: undefined } : of;

/** The pairs of another dict, or of a list of pairs. */
export function pairsOf(other: Value, node: Node): Contents {
  if (holdsNothing(other)) return nothingPut;
  const [key, element] = isOnly(other.types, Type.dict)
    ? [other.key, other.element]
    : (other.element?.items ?? []);
  return {
    keys: [key ?? unknownPart(other, node)],
    values: [element ?? unknownPart(other, node)],
    whole: true,
  };
}

/** A dict that is written out, pair by pair; where there is no key, all of another dict goes in. */
export function dictOf(pairs: readonly { key: Value | undefined; value: Value }[], node: Node): Value {
  const put = pairs.map(({ key, value: given }) =>
    key === undefined ? pairsOf(given, node) : { keys: [key], values: [given] },
  );
  const keys = put.flatMap((each) => each.keys);
  const values = put.flatMap((each) => each.values);
  return value(node, {
    types: Type.dict,
    origins: joinOrigins(...[...keys, ...values].map(({ origins }) => origins)),
    element: values.length === 0 ? undefined : either(node, values),
    key: keys.length === 0 ? undefined : either(node, keys),
    entries: entriesOf(pairs),
  });
}

function entriesOf(pairs: readonly { key: Value | undefined; value: Value }[]): Value['entries'] {
  const entries = new Map<string, Value>();
  for (const { key, value: given } of pairs) {
    if (typeof key?.constant === 'string') entries.set(key.constant, given);
    else if (key !== undefined) continue;
    else if (given.entries === undefined) return undefined;
    else for (const [name, each] of given.entries) entries.set(name, each);
  }
  return entries;
}

/** What stands in a collection under a key or at a place: what was put there, or any of its elements. */
export function contentAt({ entries, element }: Value, key: Value | undefined): Value | undefined {
  const name = key?.constant;
  return (typeof name === 'string' ? entries?.get(name) : undefined) ?? element;
}

/** What a list, dict or set holds, of one that comes out of another. */
export const contentsOf = (of: Value | undefined): ValueParts =>
  of !== undefined && isOnly(of.types, Type.list | Type.dict | Type.set | Type.tuple)
    ? { element: of.element, key: of.key, entries: of.entries, items: of.items }
    : {};

/** The elements of two lists that are put together. */
export const joinedElement = (left: Value, right: Value, node: Node): Value | undefined =>
  eitherPart(node, [left, right], 'element');

/** The types of one of several values. */
export function typesOfAll(values: readonly (Value | undefined)[]): TypeSet {
  const types = values.map((each) => each?.types ?? 0);
  return types.includes(0) ? 0 : types.reduce((all, each) => all | each, 0);
}
