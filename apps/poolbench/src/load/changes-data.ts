import { codeOf } from '../sql-code.ts';

/** What only reads begins with one of these; `with` may go on with anything. */
const READING = new Set(['select', 'values', 'table', 'show', 'with']);

/** What may stand in a statement that begins so and yet writes: `for` locks rows, which is written to them. */
const CHANGING = new Set(['insert', 'update', 'delete', 'merge', 'into', 'for']);

/** A comment in a comment, which a regular expression cannot read. */
const NESTED = /\/\*(?:(?!\*\/)[\s\S])*\/\*/;

/**
 * Whether a statement may change data, by its words alone. It errs on the side of yes: so does whatever does not plainly read,
 * `select … for update` and `select … into` included, and several statements in one.
 *
 * It cannot see into functions: `select nextval('s')` passes for reading. Where that matters, let the server refuse, by
 * `default_transaction_read_only`.
 */
export function changesData(statement: string): boolean {
  const [first = '', ...others] = codeOf(statement).match(/\w+|;(?=\s*\S)/g) ?? [];
  return (
    NESTED.test(statement) || !READING.has(first) || others.some((word) => CHANGING.has(word) || word === ';')
  );
}

const OPTIMISED = new Set(['select', 'values', 'table', 'with', 'insert', 'update', 'delete', 'merge']);

/**
 * Whether a statement has no plan, as `begin` and `commit` have none. `pg_stat_statements` counts such a one only once for each
 * connection on which it is prepared by name, however often it is run.
 */
export function isUtility(statement: string): boolean {
  return !OPTIMISED.has(/\w+/.exec(codeOf(statement))?.[0] ?? '');
}
