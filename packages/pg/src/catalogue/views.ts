import type { Queryable } from '../queryable.ts';
import { sql } from '../sql.ts';

interface View {
  readonly head: string;
  readonly definition: string;
  readonly indexes: readonly string[];
}

/** Views and materialized views of a schema, one block each. */
export async function describeViews(queryable: Queryable, schema: string): Promise<readonly string[]> {
  const views = await queryable.rows<View>(
    'describe views',
    sql`select concat('create ', case when c.relkind = 'm' then 'materialized ' end,
                      format('view %I.%I', ${schema}::text, c.relname),
                      ' with (' || array_to_string(c.reloptions, ', ') || ')') as head,
               pg_get_viewdef(c.oid) as definition,
               array(select pg_get_indexdef(x.indexrelid)
                       from pg_catalog.pg_index x
                       join pg_catalog.pg_class i on i.oid = x.indexrelid
                      where x.indrelid = c.oid
                      order by i.relname collate "C") as indexes
          from pg_catalog.pg_class c
         where c.relnamespace = ${schema}::regnamespace and c.relkind in ('v', 'm')
         order by c.relname collate "C"`,
  );
  const schemas = await queryable.rows<{ name: string }>(
    'list schemas',
    sql`select quote_ident(nspname) as name from pg_catalog.pg_namespace`,
  );
  const known = new Set(schemas.map(({ name }) => name));
  return views.map(({ head, definition, indexes }) =>
    [`${head} as\n${withoutQualifiers(definition, known)}`, ...indexes.map((index) => `${index};`)].join(
      '\n',
    ),
  );
}

// A string, which stays, or a name with the dot after it.
const QUALIFIER = /'(?:[^']|'')*'|("(?:[^"]|"")+"|\b[a-z_][\w$]*)\.(?=["a-z_*])/g;

// Up to 15 the server writes a view's columns with their table, from 16 on only where it must. So none is kept but a schema's.
function withoutQualifiers(definition: string, schemas: ReadonlySet<string>): string {
  return definition.replace(QUALIFIER, (match, name: string | undefined) =>
    name === undefined || schemas.has(name) ? match : '',
  );
}
