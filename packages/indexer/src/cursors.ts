import { hashFromBytes, hashToBytes } from '@madang/icon';
import { sql, type Database, type Transaction } from '@madang/pg';
import { cursorMoved, projectionNewer } from './errors.ts';
import { namesOf, type Projection, type SealedBlock } from './projection.ts';
import type { Position } from './verify.ts';

/** A projection and how far it is. */
export interface Progress extends Position {
  readonly projection: Projection;
}

interface CursorRow {
  readonly projection: string;
  readonly version: number;
  readonly height: number;
  readonly block_hash: Buffer | null;
}

/**
 * How far each projection is. A new one starts before the first block; one whose version went up is emptied and starts anew.
 * Those that are no longer followed keep their cursor and their rows, but nothing waits for them.
 * @throws INDEXER_PROJECTION_NEWER when the database was written by a newer program
 */
export async function openCursors(
  database: Database,
  projections: readonly Projection[],
): Promise<Progress[]> {
  return database.transaction(async (tx) => {
    const rows = await tx.rows<CursorRow>(
      'indexer.cursors',
      sql`select projection, version, height, block_hash from indexer.cursor for update`,
    );
    const names = namesOf(projections);
    await tx.execute(
      'indexer.cursor.follow',
      sql`update indexer.cursor set followed = projection = any(${names}) where followed <> (projection = any(${names}))`,
    );
    const known = new Map(rows.map((row) => [row.projection, row]));
    const opened: Progress[] = [];
    for (const projection of projections)
      opened.push(await openCursor(tx, projection, known.get(projection.name)));
    return opened;
  });
}

async function openCursor(
  tx: Transaction,
  projection: Projection,
  row: CursorRow | undefined,
): Promise<Progress> {
  const { name, version } = projection;
  if (row !== undefined && row.version > version)
    throw projectionNewer({ projection: name, version, found: row.version });
  if (row?.version === version) {
    return {
      projection,
      height: row.height,
      hash: row.block_hash === null ? null : hashFromBytes(row.block_hash),
    };
  }
  if (row !== undefined) await projection.reset(tx);
  await tx.execute(
    'indexer.cursor.open',
    sql`
      insert into indexer.cursor (projection, version, height)
      values (${name}, ${version}, -1)
      on conflict (projection) do update
      set version = excluded.version, height = -1, block_hash = null, block_time = null`,
  );
  return { projection, height: -1, hash: null };
}

/**
 * Moves the cursors of these projections over these blocks, in the transaction that writes their rows.
 * @throws INDEXER_CURSOR_MOVED when one is not where it was thought to be: another process wrote, so this one must not
 */
export async function moveCursors(
  tx: Transaction,
  projections: readonly Projection[],
  blocks: readonly SealedBlock[],
): Promise<void> {
  const last = blocks.at(-1);
  if (last === undefined) return;
  const { height, hash, timestamp } = last.block;
  const before = height - blocks.length;
  for (const { name } of projections) {
    const count = await tx.execute(
      'indexer.cursor.move',
      sql`
        update indexer.cursor
        set height = ${height},
            block_hash = ${hashToBytes(hash)},
            block_time = 'epoch'::timestamptz + ${timestamp.toString()}::bigint * interval '1 microsecond'
        where projection = ${name} and height = ${before}`,
    );
    if (count !== 1) throw cursorMoved({ projection: name, height: before });
  }
}
