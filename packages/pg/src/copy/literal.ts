import pg from 'pg';
import { toParameter } from '../parameter.ts';

/**
 * A value as SQL text, for the statements that take no parameters. It has the same type as a parameter would: unknown until
 * the place where it stands decides.
 */
export function literalOf(value: unknown): string {
  const text = textOf(toParameter(value));
  return text === null ? 'null' : pg.escapeLiteral(text);
}

function textOf(value: unknown): string | null {
  if (value === null) return null;
  if (value instanceof Uint8Array) return `\\x${Buffer.from(value).toString('hex')}`;
  if (Array.isArray(value)) return `{${value.map(elementOf).join(',')}}`;
  if (value instanceof Date) return value.toISOString();
  if (typeof value === 'object') return JSON.stringify(value);
  if (typeof value === 'string') return value;
  if (typeof value === 'number' || typeof value === 'bigint' || typeof value === 'boolean')
    return String(value);
  throw new TypeError(`A ${typeof value} cannot be written as SQL.`);
}

function elementOf(value: unknown): string {
  if (Array.isArray(value)) return textOf(value) ?? 'null';
  const text = textOf(value);
  return text === null ? 'null' : `"${text.replaceAll(/["\\]/g, '\\$&')}"`;
}
