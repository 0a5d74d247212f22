import pg from 'pg';
import { mapParameters } from '../sql-code.ts';

/** A statement with its values written into it, quoted: what the simple protocol sends. Throws RangeError for a parameter without a value. */
export function withValues(text: string, values: readonly unknown[]): string {
  return mapParameters(text, (number) => {
    if (number < 1 || number > values.length) throw new RangeError(`There is no value for $${number}.`);
    return literal(values[number - 1]);
  });
}

/** Numbers plain, so that they keep their type; everything else as the driver would write it, quoted. */
function literal(value: unknown): string {
  if (value === null || value === undefined) return 'NULL';
  if (typeof value === 'number' && Number.isFinite(value)) return value < 0 ? `(${value})` : String(value);
  if (typeof value === 'bigint' || typeof value === 'boolean') return String(value);
  const plain =
    typeof value === 'string' ? value : value instanceof Date ? value.toISOString() : JSON.stringify(value);
  return pg.escapeLiteral(plain);
}
