import type { Logger, Registry } from '@madang/telemetry';
import type { ClientBase } from 'pg';
import { checkUrl, maskUrl } from './address.ts';
import { runQuery, guarded, type Shared } from './connection.ts';
import { copyOut } from './copy/copy-out.ts';
import { connectionLost, outcomeUnknown } from './errors.ts';
import { listen, type Listening } from './listen.ts';
import { acquireLock, type Lock, type LockOptions } from './lock.ts';
import { measurePool } from './metrics.ts';
import { createPool, type Pool } from './pool.ts';
import { queryableOf, type Queryable } from './queryable.ts';
import { retrying } from './retry.ts';
import type { Sql } from './sql.ts';
import { createStatementNames } from './statement-names.ts';
import { columnsOf, type Column, type Columns } from './tables.ts';
import { runTransaction, type Transaction, type TransactionOptions } from './transaction.ts';

/** A pool of connections to one PostgreSQL database. */
export interface Database extends Queryable {
  /** Runs work in a transaction: all of it is written when the work returns, nothing when it throws. May run the work again. */
  transaction<T>(work: (tx: Transaction) => Promise<T>, options?: TransactionOptions): Promise<T>;
  /**
   * Streams the rows of a query by binary COPY: for lists without end. Columns are matched by name and cast to the types given.
   * Holds one connection until the loop ends; leaving it early closes that connection.
   */
  copyOut(label: string, columns: Columns, query: Sql): AsyncIterable<Record<string, unknown>>;
  /** Calls `onPayload` for each notification of a channel, on a connection of its own that reconnects by itself. */
  listen(channel: string, onPayload: (payload: string) => void, onReconnect?: () => void): Promise<Listening>;
  /** Waits for a lock that one holder in the whole database has, on a connection of its own. */
  lock(key: string, options?: LockOptions): Promise<Lock>;
  /** Ends the pool when what runs on it is done. Nothing can be run afterwards (PG_CLOSED); locks and listeners end on their own. */
  close(): Promise<void>;
}

export interface DatabaseSettings {
  /** `postgres://user:password@host:5432/name`; a directory in `?host=` is a unix socket. */
  readonly url: string;
  /** Most connections open at once; 10 unless given. Opened when needed, closed after 10 idle seconds. */
  readonly maxConnections?: number;
  /** Shown in `pg_stat_activity`; `madang` unless given. */
  readonly applicationName?: string;
  /** Longest time a statement may take, in milliseconds; no limit unless given. */
  readonly statementTimeoutMs?: number;
  /** Longest wait for a connection, in milliseconds; 10,000 unless given. */
  readonly acquireTimeoutMs?: number;
  readonly log?: Logger;
  readonly registry?: Registry;
}

const RETRIES = 3;

/** Opens a database; connections are made when first needed. Throws PG_BAD_URL for what is no address. */
export function openDatabase(settings: DatabaseSettings): Database {
  const { url, log } = settings;
  const where = maskUrl(checkUrl(url));
  const pool = createPool({
    url,
    where,
    maxConnections: settings.maxConnections ?? 10,
    applicationName: settings.applicationName ?? 'madang',
    statementTimeoutMs: settings.statementTimeoutMs ?? 0,
    acquireTimeoutMs: settings.acquireTimeoutMs ?? 10_000,
    onLost: (error) => log?.warn({ where, reason: error.message }, 'connection lost'),
  });
  const shared: Shared = {
    where,
    names: createStatementNames(),
    observe: measurePool(settings.registry, pool.state),
  };
  return {
    ...queryableOf((label, query) =>
      retrying(() => lend(pool, (client) => runQuery(client, shared, label, query)), RETRIES, log),
    ),
    transaction: (work, { retries = RETRIES, ...options } = {}) =>
      retrying(() => lend(pool, (client) => runTransaction(client, shared, work, options)), retries, log),
    copyOut: (label, columns, query) => stream(pool, shared, label, columnsOf(columns), query),
    listen: (channel, onPayload, onReconnect = () => undefined) =>
      listen(pool.connectAlone, channel, { onPayload, onReconnect }, log),
    lock: (key, options = {}) => acquireLock(pool.connectAlone, key, options),
    close: pool.close,
  };
}

async function lend<T>(pool: Pool, use: (client: ClientBase) => Promise<T>): Promise<T> {
  const { client, release } = await pool.acquire();
  let lost = false;
  try {
    return await use(client);
  } catch (error) {
    lost = connectionLost.is(error) || outcomeUnknown.is(error);
    throw error;
  } finally {
    // One that is still in a transaction, or is just being closed by the server, is of no use to the next.
    release(lost || client.getTransactionStatus() !== 'I');
  }
}

async function* stream(
  pool: Pool,
  shared: Shared,
  label: string,
  columns: readonly Column[],
  query: Sql,
): AsyncGenerator<Record<string, unknown>> {
  const { client, release } = await pool.acquire();
  const rows = copyOut(client, columns, query);
  let finished = false;
  try {
    for (;;) {
      const next = await guarded(shared, label, () => rows.next());
      if (next.done === true) break;
      yield next.value;
    }
    finished = true;
  } finally {
    release(!finished);
  }
}
