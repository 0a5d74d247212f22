import type { Queryable } from '../queryable.ts';
import { sql } from '../sql.ts';

/** Sequences of a schema but those of identity columns, one block each. */
export async function describeSequences(queryable: Queryable, schema: string): Promise<readonly string[]> {
  const rows = await queryable.rows<{ block: string }>(
    'describe sequences',
    sql`select concat(format('create sequence %I.%I as %s start %s increment %s minvalue %s maxvalue %s cache %s',
                             ${schema}::text, c.relname, format_type(s.seqtypid, null),
                             s.seqstart, s.seqincrement, s.seqmin, s.seqmax, s.seqcache),
                      case when s.seqcycle then ' cycle' end,
                      ';') as block
          from pg_catalog.pg_sequence s
          join pg_catalog.pg_class c on c.oid = s.seqrelid
         where c.relnamespace = ${schema}::regnamespace
           and not exists (select from pg_catalog.pg_depend d
                            where d.classid = 'pg_catalog.pg_class'::regclass and d.objid = c.oid and d.deptype = 'i')
         order by c.relname collate "C"`,
  );
  return rows.map(({ block }) => block);
}
