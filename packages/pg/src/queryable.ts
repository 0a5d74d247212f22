import type { QueryResult, QueryResultRow } from 'pg';
import type { Sql } from './sql.ts';

/** Something SQL can be run on. The label names the statement in metrics, logs and errors; it never holds values. */
export interface Queryable {
  /** All rows. int8 arrives as number (an error beyond 2^53), numeric as string, timestamptz as RFC 3339 in UTC, bytea as Buffer. */
  rows<R>(label: string, query: Sql): Promise<R[]>;
  /** The first row, if there is one. */
  row<R>(label: string, query: Sql): Promise<R | undefined>;
  /** How many rows were inserted, updated or deleted. */
  execute(label: string, query: Sql): Promise<number>;
}

/** A Queryable from a function that runs a statement. */
export function queryableOf(
  run: (label: string, query: Sql) => Promise<QueryResult<QueryResultRow>>,
): Queryable {
  const rows = async <R>(label: string, query: Sql): Promise<R[]> => (await run(label, query)).rows as R[];
  return {
    rows,
    row: async <R>(label: string, query: Sql) => (await rows<R>(label, query))[0],
    execute: async (label, query) => (await run(label, query)).rowCount ?? 0,
  };
}
