import { sql, type Database, type Queryable } from '@madang/pg';
import { readChain, type ChainIdentity } from './chain.ts';

/** `starting`: before the node was heard. `backfill`: behind the node. `live`: at its tip. `waiting`: cannot go on now. `stopped`: must not. */
export type IndexState = 'starting' | 'backfill' | 'live' | 'waiting' | 'stopped';
export type WaitingFor = 'node' | 'rate-limit' | 'database' | 'tip';

/** What the engine is doing. */
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
  /** The height up to which every projection is written; null before the first block. */
  readonly indexedHeight: number | null;
  readonly indexedTime: string | null;
  readonly eta: string | null;
  readonly updatedAt: string | null;
}

export async function writeStatus(database: Database, channel: string, status: EngineStatus): Promise<void> {
  const { state, waitingFor, reason, nodeHeight, rowsPerSecond, eta } = status;
  await database.transaction(async (tx) => {
    await tx.execute(
      'indexer.status.write',
      sql`
        insert into indexer.status (state, waiting_for, reason, node_height, rows_per_second, eta, updated_at)
        values (${state}, ${waitingFor}, ${reason}, ${nodeHeight}, ${rowsPerSecond}, ${eta}, now())
        on conflict (only_row) do update
        set state = excluded.state, waiting_for = excluded.waiting_for, reason = excluded.reason,
            node_height = excluded.node_height, rows_per_second = excluded.rows_per_second,
            eta = excluded.eta, updated_at = excluded.updated_at`,
    );
    await tx.notify(channel, `${STATUS_TOPIC} ${state}`);
  });
}

/** Topics on which the engine tells that something changed: a new indexed height, another status. */
export const HEIGHT_TOPIC = 'chain.height';
export const STATUS_TOPIC = 'chain.status';

interface StatusRow {
  readonly state: IndexState;
  readonly waiting_for: WaitingFor | null;
  readonly reason: string | null;
  readonly node_height: number | null;
  readonly rows_per_second: number | null;
  readonly eta: string | null;
  readonly updated_at: string;
}

/** How far the chain is indexed and what the engine is doing. */
export async function readStatus(database: Queryable): Promise<ChainStatus> {
  const [network, cursor, status] = await Promise.all([
    readChain(database),
    readCursor(database),
    readEngine(database),
  ]);
  return {
    network,
    indexedHeight: cursor?.height ?? null,
    indexedTime: cursor?.block_time ?? null,
    state: status?.state ?? 'starting',
    waitingFor: status?.waiting_for ?? null,
    reason: status?.reason ?? null,
    nodeHeight: status?.node_height ?? null,
    rowsPerSecond: status?.rows_per_second ?? null,
    eta: status?.eta ?? null,
    updatedAt: status?.updated_at ?? null,
  };
}

/** The height up to which every projection is written, as text: what answers about the chain's head depend on. */
export async function headVersion(database: Queryable): Promise<string> {
  const row = await database.row<{ height: number | null }>(
    'indexer.head',
    sql`select min(height) as height from indexer.cursor`,
  );
  return String(row?.height ?? -1);
}

function readCursor(database: Queryable): Promise<{ height: number; block_time: string | null } | undefined> {
  return database.row(
    'indexer.cursor.least',
    sql`select height, block_time from indexer.cursor where height >= 0 order by height limit 1`,
  );
}

function readEngine(database: Queryable): Promise<StatusRow | undefined> {
  return database.row<StatusRow>(
    'indexer.status',
    sql`select state, waiting_for, reason, node_height, rows_per_second, eta, updated_at from indexer.status`,
  );
}
