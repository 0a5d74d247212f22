import type { ClientBase } from 'pg';
import { to as copyTo } from 'pg-copy-streams';
import { sql, type Sql } from '../sql.ts';
import type { Column } from '../tables.ts';
import { decodeRows } from './decode.ts';
import { literalOf } from './literal.ts';

/**
 * The rows of a query by binary COPY, read as fast as they are taken. The query's columns are matched by name and cast to the
 * types given. Leaving the loop early leaves the connection in the middle of the COPY: it must not be used again.
 */
export async function* copyOut(
  client: ClientBase,
  columns: readonly Column[],
  query: Sql,
): AsyncGenerator<Record<string, unknown>> {
  const stream = client.query(copyTo(commandFor(columns, query)));
  yield* decodeRows(columns, stream as AsyncIterable<Buffer>);
}

function commandFor(columns: readonly Column[], query: Sql): string {
  const list = sql.join(
    columns.map(({ name, type }) => sql`q.${sql.identifier(name)}::${castTo(type)}`),
    sql`, `,
  );
  // COPY takes no parameters, so the values become literals.
  return sql`copy (select ${list} from (${query}) q) to stdout (format binary)`.fill((index) =>
    literalOf(query.values[index]),
  );
}

function castTo(type: Column['type']): Sql {
  return type.endsWith('[]') ? sql`${sql.identifier(type.slice(0, -2))}[]` : sql.identifier(type);
}
