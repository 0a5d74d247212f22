import type { Random } from '../domain/random.ts';
import { badWorkload } from './errors.ts';

/**
 * How the value of a parameter is made:
 * - `integer`: uniform, both ends included;
 * - `text`: so many letters and digits;
 * - `uuid`: version 4, of the seed like all else;
 * - `choice`: one of these;
 * - `sequence`: this number, then the next, and so on; where several share the work, no two make the same;
 * - `column`: of the row that was drawn for the operation.
 */
export type ParameterSpec =
  | { readonly integer: readonly [number, number] }
  | { readonly text: number }
  | { readonly uuid: true }
  | { readonly choice: readonly Value[] }
  | { readonly sequence: number }
  | { readonly column: string };

export type Value = string | number | boolean | null;

/** One row of a file, by column. */
export type Row = Readonly<Record<string, Value>>;

/** Makes the value for one operation. */
export type Parameter = (random: Random, row: Row | undefined) => Value;

/** Which of several that do the same work: their sequences have no number in common. */
export interface Part {
  /** From 0. */
  readonly index: number;
  readonly of: number;
}

/** @throws POOLBENCH_BAD_WORKLOAD for a parameter that cannot be made */
export function createParameter(spec: ParameterSpec, rows: readonly Row[], part: Part): Parameter {
  if ('integer' in spec) return integers(...spec.integer);
  if ('text' in spec) return texts(spec.text);
  if ('uuid' in spec) return uuid;
  if ('choice' in spec) return choices(spec.choice);
  if ('sequence' in spec) return sequence(spec.sequence, part);
  return columnOf(spec.column, rows);
}

function integers(from: number, to: number): Parameter {
  const count = to - from + 1;
  if (!Number.isSafeInteger(from) || !Number.isSafeInteger(to) || !Number.isSafeInteger(count) || count < 1)
    throw badWorkload({ what: `integer: [${from}, ${to}]`, reason: 'is no range of whole numbers' });
  return (random) => from + random.integer(count);
}

const LETTERS = 'abcdefghijklmnopqrstuvwxyz0123456789';

function texts(length: number): Parameter {
  if (!Number.isInteger(length) || length < 0 || length > 1_000_000)
    throw badWorkload({ what: `text: ${length}`, reason: 'is no length from 0 to 1,000,000' });
  return (random) => Array.from({ length }, () => LETTERS[random.integer(LETTERS.length)]).join('');
}

const uuid: Parameter = (random) => {
  const hex = (digits: number): string =>
    random
      .integer(16 ** digits)
      .toString(16)
      .padStart(digits, '0');
  // RFC 9562: version 4 and the variant stand at fixed places.
  const variant = (8 + random.integer(4)).toString(16);
  return `${hex(8)}-${hex(4)}-4${hex(3)}-${variant}${hex(3)}-${hex(12)}`;
};

function choices(values: readonly Value[]): Parameter {
  if (values.length === 0) throw badWorkload({ what: 'choice: []', reason: 'leaves nothing to choose' });
  return (random) => values[random.integer(values.length)] ?? null;
}

function sequence(from: number, { index, of }: Part): Parameter {
  if (!Number.isSafeInteger(from))
    throw badWorkload({ what: `sequence: ${from}`, reason: 'is no whole number' });
  let next = from + index;
  return () => {
    const value = next;
    next += of;
    return value;
  };
}

function columnOf(name: string, rows: readonly Row[]): Parameter {
  const [first] = rows;
  if (first === undefined) throw badWorkload({ what: `column: ${name}`, reason: 'has no row to come from' });
  if (!Object.hasOwn(first, name)) {
    const reason = `is not in the file, which has ${Object.keys(first).join(', ')}`;
    throw badWorkload({ what: `column: ${name}`, reason });
  }
  return (_random, row) => row?.[name] ?? null;
}
