import { malformed } from './malformed.ts';

/** A JSON object as parsed; nothing about its members is known yet. */
export type JsonObject = Readonly<Record<string, unknown>>;

/** Whether a JSON value is an object (not null, not an array). */
export function isObject(value: unknown): value is JsonObject {
  return typeof value === 'object' && value !== null && !Array.isArray(value);
}

/** The value as an object, or ICON_MALFORMED naming `path`. */
export function object(value: unknown, path: string): JsonObject {
  if (isObject(value)) return value;
  throw malformed(path, value, 'an object');
}

/** The value as a list, or ICON_MALFORMED naming `path`. */
export function list(value: unknown, path: string): readonly unknown[] {
  if (Array.isArray(value)) return value;
  throw malformed(path, value, 'a list');
}

/** The value as a string, or ICON_MALFORMED naming `path`. */
export function text(value: unknown, path: string): string {
  if (typeof value === 'string') return value;
  throw malformed(path, value, 'a string');
}

/** A member that nodes leave out, send as null or send as an empty string when there is none. */
export function absent(value: unknown): value is undefined | null | '' {
  return value === undefined || value === null || value === '';
}
