import { commandComplete, dataRow, rowDescription } from './server-messages.ts';

/** What a query gives: columns by name with the number of their type (25 is text, 23 int4), rows, and the command's tag. */
export interface Answer {
  readonly columns: Readonly<Record<string, number>>;
  readonly rows: readonly (readonly (string | null)[])[];
  /** `SELECT 1` */
  readonly tag: string;
}

/** One row with the number 1 to whatever selects or shows; nothing but the tag to all else. */
export function answerAnything(sql: string): Answer {
  const word = /^\s*(\w+)/.exec(sql)?.[1]?.toUpperCase() ?? '';
  if (word === 'SELECT' || word === 'SHOW')
    return { columns: { '?column?': 23 }, rows: [['1']], tag: `${word} 1` };
  return { columns: {}, rows: [], tag: word === 'INSERT' ? 'INSERT 0 1' : word };
}

/** The answer without its description, which the extended protocol sends apart. */
export function rowsOf({ rows, tag }: Answer): Buffer {
  return Buffer.concat([...rows.map(dataRow), commandComplete(tag)]);
}

/** The description; undefined where there are no columns. */
export function descriptionOf({ columns }: Answer): Buffer | undefined {
  return Object.keys(columns).length === 0 ? undefined : rowDescription(columns);
}
