import type { WorkloadSpec } from './workload.ts';

/** Rows of the table that is read; small enough to stay in memory, so that the pool and not the disk is measured. */
export const SAMPLE_ROWS = 10_000;

const ANY_ROW = { integer: [1, SAMPLE_ROWS] } as const;
const ANY_NUMBER = { integer: [0, 999_999] } as const;
const NOTE = { choice: ['one row of an ordinary size, as an application writes it'] } as const;

const select = (schema: string) => `select value from ${schema}.sample where id = $1`;
const insert = (schema: string) => `insert into ${schema}.event (number, note) values ($1, $2)`;

/** One row by its key. @param schema of our own tables, as for the others */
export function selectByKey(schema: string): WorkloadSpec {
  return {
    name: 'select',
    operations: [{ statements: [{ text: select(schema), values: [ANY_ROW] }] }],
  };
}

/** One row more, committed by itself: the question that the pool comparison once began with. */
export function insertRow(schema: string): WorkloadSpec {
  return {
    name: 'insert',
    operations: [{ statements: [{ text: insert(schema), values: [ANY_NUMBER, NOTE] }] }],
  };
}

/** A transaction that reads a row, changes it and adds another: it holds its connection through five round trips. */
export function readWrite(schema: string): WorkloadSpec {
  const id = { column: 'id' };
  return {
    name: 'read-write',
    operations: [
      {
        draw: { id: ANY_ROW },
        statements: [
          { text: 'begin' },
          { text: select(schema), values: [id] },
          { text: `update ${schema}.sample set value = reverse(value) where id = $1`, values: [id] },
          { text: insert(schema), values: [ANY_NUMBER, NOTE] },
          { text: 'commit' },
        ],
      },
    ],
  };
}

/** A few long queries among many short ones. */
export interface LongQueries {
  /** Of all operations, between 0 and 1. */
  readonly share: number;
  /** The long query sleeps: it holds a connection and no processor. */
  readonly sleepSeconds?: number;
  /** …or it adds up so many numbers, about 10 million a second: it holds both. */
  readonly numbers?: number;
}

/** Selects by key, with long queries among them: what one pool for both does to the short ones. */
export function mixWithLong(
  schema: string,
  { share, sleepSeconds = 0.1, numbers }: LongQueries,
): WorkloadSpec {
  const long =
    numbers === undefined
      ? { text: 'select pg_sleep($1)', values: [{ choice: [sleepSeconds] }] }
      : {
          text: 'select sum(n) from generate_series(1, $1::integer) as n',
          values: [{ choice: [numbers] }],
        };
  return {
    name: 'mix',
    operations: [
      ...selectByKey(schema).operations.map((operation) => ({ ...operation, share: 1 - share })),
      { share, statements: [long] },
    ],
  };
}
