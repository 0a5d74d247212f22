import type { Operation } from '../adapter/pool-adapter.ts';
import type { Random } from '../domain/random.ts';

export interface Workload {
  readonly name: 'select' | 'insert';
  /** The statement, as the server counts it. */
  readonly text: string;
  next(random: Random): Operation;
}

/** Rows of the table that is read; small enough to stay in memory, so that the pool and not the disk is measured. */
export const SAMPLE_ROWS = 10_000;

/** One row by its key. */
export function selectByKey(schema: string): Workload {
  const text = `select value from ${schema}.sample where id = $1`;
  return {
    name: 'select',
    text,
    next: (random) => ({ name: 'poolbench_select', text, values: [1 + random.integer(SAMPLE_ROWS)] }),
  };
}

/** One row more, committed by itself: the question that the pool comparison once began with. */
export function insertRow(schema: string): Workload {
  const text = `insert into ${schema}.event (number, note) values ($1, $2)`;
  return {
    name: 'insert',
    text,
    next: (random) => ({
      name: 'poolbench_insert',
      text,
      values: [random.integer(1_000_000), 'one row of an ordinary size, as an application writes it'],
    }),
  };
}
