import { keepText, readText, sql, type Queryable } from '@madang/pg';
import type { KeptReport } from './kept.schema.ts';

interface KeptRow {
  readonly id: number;
  readonly kept_at: string;
  readonly server: string;
  readonly text: string;
  readonly report: string;
}

/** Reports before the one given (null = from the newest), newest first. */
export async function listKept(
  database: Queryable,
  before: number | null,
  limit: number,
): Promise<KeptReport[]> {
  const from = before === null ? sql.empty : sql`where id < ${before}`;
  const rows = await database.rows<KeptRow>(
    'poolbench.kept',
    sql`select id, kept_at, server, text, report from poolbench.report ${from} order by id desc limit ${limit}`,
  );
  return rows.map(({ id, kept_at, server, text, report }) => ({
    id,
    keptAt: kept_at,
    server: readText(server),
    text: readText(text),
    report: JSON.parse(report) as unknown,
  }));
}

/** Keeps a report; gives its id. */
export async function keepReport(
  database: Queryable,
  { server, text, report }: Pick<KeptReport, 'server' | 'text' | 'report'>,
): Promise<number> {
  const row = await database.row<{ id: number }>(
    'poolbench.keep',
    sql`
      insert into poolbench.report (server, text, report)
      values (${keepText(server)}, ${keepText(text)}, ${JSON.stringify(report)}) returning id`,
  );
  return row?.id ?? 0;
}

/** Changes whenever the list does: reports are only ever added. */
export async function keptVersion(database: Queryable): Promise<string> {
  const row = await database.row<{ newest: number | null }>(
    'poolbench.kept.version',
    sql`select max(id) as newest from poolbench.report`,
  );
  return String(row?.newest ?? 0);
}
