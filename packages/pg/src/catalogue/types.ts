import type { Queryable } from '../queryable.ts';
import { sql } from '../sql.ts';

/** Enumerations, domains and composite types of a schema, one block each. */
export async function describeTypes(queryable: Queryable, schema: string): Promise<readonly string[]> {
  const enums = await queryable.rows<{ block: string }>(
    'describe enums',
    sql`select format('create type %I.%I as enum (%s);', ${schema}::text, t.typname,
                      string_agg(quote_literal(e.enumlabel), ', ' order by e.enumsortorder)) as block
          from pg_catalog.pg_type t
          join pg_catalog.pg_enum e on e.enumtypid = t.oid
         where t.typnamespace = ${schema}::regnamespace
         group by t.typname
         order by t.typname collate "C"`,
  );
  const domains = await queryable.rows<{ block: string }>(
    'describe domains',
    sql`select concat(format('create domain %I.%I as %s', ${schema}::text, t.typname, format_type(t.typbasetype, t.typtypmod)),
                      case when t.typnotnull then ' not null' end,
                      ' default ' || t.typdefault,
                      (select string_agg(format(' constraint %I %s', c.conname, pg_get_constraintdef(c.oid)), '' order by c.conname collate "C")
                         from pg_catalog.pg_constraint c
                        where c.contypid = t.oid and c.contype = 'c'),
                      ';') as block
          from pg_catalog.pg_type t
         where t.typnamespace = ${schema}::regnamespace and t.typtype = 'd'
         order by t.typname collate "C"`,
  );
  const composites = await queryable.rows<{ block: string }>(
    'describe composites',
    sql`select format('create type %I.%I as (%s);', ${schema}::text, c.relname,
                      string_agg(format('%I %s', a.attname, format_type(a.atttypid, a.atttypmod)), ', ' order by a.attnum)) as block
          from pg_catalog.pg_class c
          join pg_catalog.pg_attribute a on a.attrelid = c.oid and a.attnum > 0 and not a.attisdropped
         where c.relnamespace = ${schema}::regnamespace and c.relkind = 'c'
         group by c.relname
         order by c.relname collate "C"`,
  );
  return [...enums, ...domains, ...composites].map(({ block }) => block);
}
