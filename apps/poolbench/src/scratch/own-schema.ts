import { sql, type Database } from '@madang/pg';
import { SAMPLE_ROWS } from '../load/workloads.ts';

/** All that a benchmark creates is in this schema, so that it can be removed as a whole. */
export const SCHEMA = 'poolbench_run';

/**
 * Makes the tables anew; what a killed run left is removed first. On a scratch server it also makes statements be counted, which on
 * another one is its owner's affair.
 */
export async function createOwnSchema(
  database: Database,
  { scratch }: { readonly scratch: boolean },
): Promise<void> {
  await dropOwnSchema(database);
  await database.transaction(async (tx) => {
    await tx.script(
      'poolbench.schema',
      `create schema ${SCHEMA};
      create table ${SCHEMA}.sample (id integer primary key, value text not null);
      create table ${SCHEMA}.event (number integer not null, note text not null, at timestamptz not null default now());`,
    );
    if (scratch) await tx.script('poolbench.extension', 'create extension if not exists pg_stat_statements;');
    await tx.execute(
      'poolbench.sample',
      sql`
        insert into ${sql.identifier(SCHEMA)}.sample
        select id, repeat(md5(id::text), 3) from generate_series(1, ${SAMPLE_ROWS}::integer) as id`,
    );
  });
}

export async function dropOwnSchema(database: Database): Promise<void> {
  await database.transaction((tx) => tx.script('poolbench.drop', `drop schema if exists ${SCHEMA} cascade`));
}
