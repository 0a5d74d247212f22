import { sql, type Queryable } from '@madang/pg';
import type { Note } from './note.schema.ts';

export async function findNote(database: Queryable, id: number): Promise<Note | undefined> {
  return database.row<Note>(
    'note.find',
    sql`select id, title, colour, details from demo.note where id = ${id}`,
  );
}

/** Notes, newest first. */
export async function listNotes(
  database: Queryable,
  colour: string | undefined,
  after: number | null,
  limit: number,
): Promise<Note[]> {
  const wanted = colour === undefined ? sql.empty : sql`and colour = ${colour}`;
  return database.rows<Note>(
    'note.list',
    sql`
      select id, title, colour, details
      from demo.note
      where id < coalesce(${after}::bigint, 9007199254740991) ${wanted}
      order by id desc
      limit ${limit}`,
  );
}

/** Says what the notes depend on: the newest one's number. */
export async function notesVersion(database: Queryable): Promise<string> {
  const row = await database.row<{ newest: number | null }>(
    'note.version',
    sql`select max(id) as newest from demo.note`,
  );
  return String(row?.newest ?? 0);
}
