import { sql, type Queryable } from '@madang/pg';
import { headline } from '../domain/headline.ts';
import type { Note } from './note.schema.ts';

/** Notes before the one given (null = from the newest), newest first. */
export async function listNotes(database: Queryable, before: number | null, limit: number): Promise<Note[]> {
  const from = before === null ? sql.empty : sql`where id < ${before}`;
  const rows = await database.rows<Omit<Note, 'headline'>>(
    'roomname.notes',
    sql`select id, written_at as "writtenAt", text from roomname.note ${from} order by id desc limit ${limit}`,
  );
  return rows.map((row) => ({ ...row, headline: headline(row.text) }));
}

/** Changes whenever the list does: notes are only ever added. */
export async function notesVersion(database: Queryable): Promise<string> {
  const row = await database.row<{ newest: number | null }>(
    'roomname.notes.version',
    sql`select max(id) as newest from roomname.note`,
  );
  return String(row?.newest ?? 0);
}
