import type { Queryable } from '../queryable.ts';
import { sql } from '../sql.ts';

/** Functions and procedures of a schema, one block each; aggregates by their signature. */
export async function describeFunctions(queryable: Queryable, schema: string): Promise<readonly string[]> {
  const rows = await queryable.rows<{ block: string }>(
    'describe functions',
    sql`select case when p.prokind = 'a' then format('create aggregate %s;', p.oid::regprocedure)
                    else rtrim(pg_get_functiondef(p.oid), E'\n') || ';' end as block
          from pg_catalog.pg_proc p
         where p.pronamespace = ${schema}::regnamespace
         order by p.proname collate "C", pg_get_function_identity_arguments(p.oid) collate "C"`,
  );
  return rows.map(({ block }) => block);
}
