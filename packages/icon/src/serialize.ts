import { malformed } from './malformed.ts';
import { isObject, type JsonObject } from './fields.ts';

const SPECIAL = /[\\.{}[\]]/g;

/**
 * The text of a JSON value that transaction ids are made of: keys in the order of their UTF-8 bytes, everything joined
 * with dots, objects in braces, lists in brackets, null as `\0`, special characters escaped.
 */
export function serializeValue(value: unknown, path: string): string {
  if (value === null) return '\\0';
  if (typeof value === 'string') return escaped(value);
  if (typeof value === 'number') return wholeNumber(value, path);
  if (Array.isArray(value)) return `[${serializeList(value, path)}]`;
  if (isObject(value)) return `{${serializeMembers(value, path)}}`;
  throw malformed(path, value, 'a string, a whole number, a list, an object or null');
}

/** The members of an object as in {@link serializeValue}, without the braces, leaving out the keys named in `except`. */
export function serializeMembers(object: JsonObject, path: string, except?: ReadonlySet<string>): string {
  return sortedKeys(object)
    .filter((key) => except?.has(key) !== true)
    .map((key) => `${escaped(key)}.${serializeValue(object[key], `${path}.${key}`)}`)
    .join('.');
}

/** The text of the first ICON genesis: neither braces nor brackets nor escapes. */
export function serializePlainly(value: unknown, path: string): string[] {
  if (typeof value === 'string') return [value];
  if (Array.isArray(value)) return value.flatMap((item, i) => serializePlainly(item, `${path}[${i}]`));
  if (!isObject(value)) throw malformed(path, value, 'a string, a list or an object');
  return sortedKeys(value).flatMap((key) => [key, ...serializePlainly(value[key], `${path}.${key}`)]);
}

// The node puts a dot only behind what it has already written, so none follows empty strings at the start of a list.
function serializeList(items: readonly unknown[], path: string): string {
  let out = '';
  for (const [i, item] of items.entries()) {
    const part = serializeValue(item, `${path}[${i}]`);
    out = out === '' ? part : `${out}.${part}`;
  }
  return out;
}

function escaped(text: string): string {
  return text.replace(SPECIAL, '\\$&');
}

function wholeNumber(value: number, path: string): string {
  if (Number.isSafeInteger(value)) return String(value);
  throw malformed(path, value, 'a whole number below 2^53');
}

function sortedKeys(object: JsonObject): string[] {
  return Object.keys(object).sort(byCodePoint);
}

// JavaScript's own order is that of UTF-16 units, which puts emoji before the last part of the basic plane.
function byCodePoint(a: string, b: string): number {
  return a === b ? 0 : Buffer.compare(Buffer.from(a), Buffer.from(b));
}
