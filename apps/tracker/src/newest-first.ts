import { sql, type Sql } from '@madang/pg';

/** A column, or an expression, that is to have one value, and has an index together with the key of the list. */
export interface By {
  readonly column: Sql;
  readonly value: unknown;
}

interface NewestFirst {
  /** The columns of the key: a height, then positions in it. */
  readonly key: readonly [height: Sql, ...positions: Sql[]];
  /** The key of the item before the first one wanted; null = from the newest. */
  readonly before: readonly number[] | null;
  readonly by?: By | null;
}

// Before every item of any list.
const NO_HEIGHT = Number.MAX_SAFE_INTEGER;
const NO_POSITION = 2 ** 31 - 1;

/**
 * Condition and order of a list that is read newest first.
 *
 * With `by`, the column is held between bounds and not made equal to the value: of an equal one the planner knows that the
 * primary key has the order, too, and may follow that past millions of others' rows to the last ones of an address that
 * has been silent for long.
 */
export function newestFirst({ key, before, by = null }: NewestFirst): { condition: Sql; order: Sql } {
  const columns = by === null ? key : [by.column, ...key];
  const order = sql.join(
    columns.map((column) => sql`${column} desc`),
    sql`, `,
  );
  if (by === null && before === null) return { condition: sql`true`, order };
  const start = before ?? key.map((_, place) => (place === 0 ? NO_HEIGHT : NO_POSITION));
  const values = [...(by === null ? [] : [by.value]), ...start].map((value) => sql`${value}`);
  const earlier = sql`(${sql.join(columns, sql`, `)}) < (${sql.join(values, sql`, `)})`;
  return {
    condition: by === null ? earlier : sql`${by.column} >= ${by.value} and ${earlier}`,
    order,
  };
}
