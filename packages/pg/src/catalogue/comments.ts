import type { Queryable } from '../queryable.ts';
import { sql } from '../sql.ts';

// Objects below this number came with the server.
const FIRST_OWN_OID = 16384;

/** Comments on a schema and on whatever is in it, all in one block. */
export async function describeComments(queryable: Queryable, schema: string): Promise<readonly string[]> {
  const rows = await queryable.rows<{ line: string }>(
    'describe comments',
    sql`select format('comment on %s %s is %L;', replace(o.type, 'table column', 'column'), o.identity, d.description) as line
          from pg_catalog.pg_description d,
               pg_catalog.pg_identify_object(d.classoid, d.objoid, d.objsubid) o
         where d.objoid >= ${FIRST_OWN_OID}
           and (o.schema = ${schema} or (o.type = 'schema' and o.name = quote_ident(${schema})))
         order by o.type collate "C", o.identity collate "C"`,
  );
  return rows.length === 0 ? [] : [rows.map(({ line }) => line).join('\n')];
}
