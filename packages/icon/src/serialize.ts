import { malformed } from './malformed.ts';
import { isObject, type JsonObject } from './fields.ts';

const SPECIAL = /[\\.{}[\]]/g;

/** One of the things that a list or an object holds, about to be written. */
interface Member {
  /** What stands before the value: the key of an object's member with a dot, nothing in a list. */
  readonly name: string;
  readonly value: unknown;
  /** For messages. */
  readonly path: string;
}

/** A list or an object that is being written. */
interface Open {
  readonly members: Iterator<Member, undefined>;
  /** Length of the text in front of its first member. */
  readonly start: number;
  readonly close: string;
}

/**
 * The text of an object's members that transaction ids are made of: keys in the order of their UTF-8 bytes, everything
 * joined with dots, objects in braces, lists in brackets, null as `\0`, special characters escaped. Keys named in `except`
 * are left out. However deep it is nested: what a sender wrote has an id.
 */
export function serializeMembers(object: JsonObject, path: string, except?: ReadonlySet<string>): string {
  let out = '';
  const open: Open[] = [{ members: membersOf(object, path, except), start: 0, close: '' }];
  for (let top = open.at(-1); top !== undefined; top = open.at(-1)) {
    const { done, value: member } = top.members.next();
    if (done === true) {
      out += top.close;
      open.pop();
      continue;
    }
    // As the node does, behind what is written already: no dot follows empty strings at the start of a list.
    if (out.length > top.start) out += '.';
    out += member.name;
    if (isNested(member.value)) {
      const { bracket, close, members } = partsOf(member.value, member.path);
      out += bracket;
      open.push({ members, start: out.length, close });
    } else out += serializeScalar(member.value, member.path);
  }
  return out;
}

type Nested = JsonObject | readonly unknown[];

function isNested(value: unknown): value is Nested {
  return typeof value === 'object' && value !== null;
}

function partsOf(value: Nested, path: string) {
  return isObject(value)
    ? { bracket: '{', close: '}', members: membersOf(value, path) }
    : { bracket: '[', close: ']', members: itemsOf(value, path) };
}

function* membersOf(
  object: JsonObject,
  path: string,
  except?: ReadonlySet<string>,
): Generator<Member, undefined> {
  for (const key of sortedKeys(object)) {
    if (except?.has(key) !== true)
      yield { name: `${escaped(key)}.`, value: object[key], path: `${path}.${key}` };
  }
}

function* itemsOf(items: readonly unknown[], path: string): Generator<Member, undefined> {
  for (const [i, value] of items.entries()) yield { name: '', value, path: `${path}[${i}]` };
}

function serializeScalar(value: unknown, path: string): string {
  if (value === null) return '\\0';
  if (typeof value === 'string') return escaped(value);
  // The node leaves out what stands behind the point.
  if (typeof value === 'number' && Math.abs(value) <= Number.MAX_SAFE_INTEGER)
    return String(Math.trunc(value));
  throw malformed(path, value, 'a string, a number below 2^53, a list, an object or null');
}

function escaped(text: string): string {
  return text.replace(SPECIAL, '\\$&');
}

/** The words of the first ICON genesis, to be joined with dots: neither braces nor brackets nor escapes. */
export function serializePlainly(genesis: unknown, path: string): string[] {
  const words: string[] = [];
  const ahead = [genesis];
  while (ahead.length > 0) {
    const value = ahead.pop();
    if (typeof value === 'string') words.push(value);
    else if (isNested(value)) for (const part of plainParts(value).reverse()) ahead.push(part);
    else throw malformed(path, value, 'made of strings, lists and objects');
  }
  return words;
}

function plainParts(value: Nested): unknown[] {
  return isObject(value) ? sortedKeys(value).flatMap((key) => [key, value[key]]) : [...value];
}

function sortedKeys(object: JsonObject): string[] {
  return Object.keys(object).sort(byCodePoint);
}

// JavaScript's own order is that of UTF-16 units, which puts emoji before the last part of the basic plane.
function byCodePoint(a: string, b: string): number {
  return a === b ? 0 : Buffer.compare(Buffer.from(a), Buffer.from(b));
}
