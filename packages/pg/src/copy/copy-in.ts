import { once } from 'node:events';
import type { ClientBase } from 'pg';
import { from as copyFrom } from 'pg-copy-streams';
import { explainFailure, timed, type Shared } from '../connection.ts';
import { sql } from '../sql.ts';
import type { TableShape } from '../tables.ts';
import { encodeRows, type Rows } from './encode-rows.ts';

/**
 * Sends rows into a table by binary COPY and returns how many arrived. Reads no faster than the server takes. When the server
 * or the source of rows fails, the COPY is ended, the error is thrown, and the connection is ready for ROLLBACK.
 */
export async function copyIn(
  client: ClientBase,
  shared: Shared,
  table: TableShape,
  rows: Rows,
): Promise<number> {
  const label = `copy ${table.schema}.${table.name}`;
  const stream = client.query(copyFrom(commandFor(table)));
  let failure: Error | undefined;
  stream.on('error', (error) => (failure ??= explainFailure(shared, label, error)));
  // The stream stays open after a refusal, so its error is looked for wherever we have waited.
  const check = (): void => {
    if (failure !== undefined) throw failure;
  };
  const send = async (): Promise<number> => {
    for await (const chunk of encodeRows(table, rows)) {
      check();
      if (!stream.write(chunk)) await once(stream, 'drain');
    }
    check();
    stream.end();
    await once(stream, 'finish');
    return stream.rowCount;
  };
  return timed(shared, label, () =>
    send().catch((error: unknown) => {
      check();
      // The server must be told that no more rows will come.
      stream.destroy(new Error('the source of the rows failed'));
      throw error;
    }),
  );
}

function commandFor({ schema, name, columns }: TableShape): string {
  const table = sql`${sql.identifier(schema)}.${sql.identifier(name)}`;
  const list = sql.join(
    columns.map((column) => sql.identifier(column.name)),
    sql`, `,
  );
  return sql`copy ${table} (${list}) from stdin (format binary)`.text;
}
