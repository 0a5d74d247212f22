import { sql, type Database, type Queryable } from '@madang/pg';
import { readChain, type ChainIdentity } from './chain.ts';

/** `starting`: before the node was heard. `backfill`: behind the node. `live`: at its tip. `waiting`: cannot go on now. `stopped`: must not. */
export type IndexState = 'starting' | 'backfill' | 'live' | 'waiting' | 'stopped';
export type WaitingFor = 'node' | 'rate-limit' | 'database' | 'tip';

/** What the engine does for the projections that stand at one height. */
export interface EngineStatus {
  readonly state: IndexState;
  readonly waitingFor: WaitingFor | null;
  /** Why it waits or stopped, in a sentence for people. */
  readonly reason: string | null;
  readonly nodeHeight: number | null;
  readonly rowsPerSecond: number | null;
  /** When the backfill will be done. */
  readonly eta: Date | null;
}

/** The engine's status beside what is in the database. */
export interface ChainStatus extends Omit<EngineStatus, 'eta'> {
  readonly network: ChainIdentity | null;
  /** The height up to which the projections asked about are written, all of them; null before the first block. */
  readonly indexedHeight: number | null;
  readonly indexedTime: string | null;
  readonly eta: string | null;
  readonly updatedAt: string | null;
}

/** Topics on which the engine tells that something changed: a new indexed height, another status. */
export const HEIGHT_TOPIC = 'chain.height';
export const STATUS_TOPIC = 'chain.status';

export async function writeStatus(
  database: Database,
  channel: string,
  projections: readonly string[],
  status: EngineStatus,
): Promise<void> {
  const { state, waitingFor, reason, nodeHeight, rowsPerSecond, eta } = status;
  await database.transaction(async (tx) => {
    await tx.execute(
      'indexer.status.write',
      sql`
        insert into indexer.status (projection, state, waiting_for, reason, node_height, rows_per_second, eta, updated_at)
        select projection, ${state}, ${waitingFor}, ${reason}, ${nodeHeight}::bigint,
               ${rowsPerSecond}::double precision, ${eta}::timestamptz, now()
        from unnest(${projections}::text[]) as told (projection)
        on conflict (projection) do update
        set state = excluded.state, waiting_for = excluded.waiting_for, reason = excluded.reason,
            node_height = coalesce(excluded.node_height, status.node_height), rows_per_second = excluded.rows_per_second,
            eta = excluded.eta, updated_at = excluded.updated_at`,
    );
    await tx.notify(channel, `${STATUS_TOPIC} ${state}`);
  });
}

interface LeastRow {
  readonly height: number | null;
  readonly block_time: string | null;
  readonly state: IndexState | null;
  readonly waiting_for: WaitingFor | null;
  readonly reason: string | null;
  readonly node_height: number | null;
  readonly rows_per_second: number | null;
  readonly eta: string | null;
  readonly updated_at: string | null;
}

/**
 * How far these projections are (all that are followed, unless some are named), and what the engine does for the one that is
 * least far.
 */
export async function readStatus(
  database: Queryable,
  ...projections: readonly string[]
): Promise<ChainStatus> {
  const [network, least] = await Promise.all([readChain(database), readLeast(database, projections)]);
  return {
    network,
    indexedHeight: least?.height ?? null,
    indexedTime: least?.block_time ?? null,
    state: least?.state ?? 'starting',
    waitingFor: least?.waiting_for ?? null,
    reason: least?.reason ?? null,
    nodeHeight: least?.node_height ?? null,
    rowsPerSecond: least?.rows_per_second ?? null,
    eta: least?.eta ?? null,
    updatedAt: least?.updated_at ?? null,
  };
}

/**
 * The height up to which these projections are written (all that are followed, unless some are named), as text: what answers
 * about the chain's head depend on. `-1` before the first block.
 */
export async function headVersion(database: Queryable, ...projections: readonly string[]): Promise<string> {
  const least = await readLeast(database, projections);
  return String(least?.height ?? -1);
}

// One that is named but has no cursor yet is the least far of all.
function readLeast(database: Queryable, projections: readonly string[]): Promise<LeastRow | undefined> {
  const asked =
    projections.length === 0
      ? sql`select projection from indexer.cursor where followed`
      : sql`select unnest(${projections}::text[]) as projection`;
  return database.row<LeastRow>(
    'indexer.least',
    sql`
      select nullif(cursor.height, -1) as height, cursor.block_time, status.state, status.waiting_for, status.reason,
             status.node_height, status.rows_per_second, status.eta, status.updated_at
      from (${asked}) as asked
      left join indexer.cursor using (projection)
      left join indexer.status using (projection)
      order by coalesce(cursor.height, -1)
      limit 1`,
  );
}
