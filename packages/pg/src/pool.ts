import pg from 'pg';
import { classify } from './classify.ts';
import { closed, poolBusy } from './errors.ts';
import type { PoolState } from './metrics.ts';
import { readTypes } from './read-types.ts';
import { prepareSession } from './session.ts';

/** Where and how connections are opened. */
export interface PoolSettings {
  readonly url: string;
  /** The address without its password. */
  readonly where: string;
  readonly maxConnections: number;
  readonly applicationName: string;
  readonly statementTimeoutMs: number;
  readonly acquireTimeoutMs: number;
  /** Called with the reason when an open connection breaks. */
  readonly onLost: (error: Error) => void;
}

/** Connections to lend, and connections to keep. */
export interface Pool {
  /** Lends a connection, which `release` takes back; `broken` ones are closed. */
  readonly acquire: () => Promise<{ client: pg.ClientBase; release: (broken: boolean) => void }>;
  /** A connection outside the pool, for one that keeps it. */
  readonly connectAlone: () => Promise<pg.Client>;
  readonly state: () => PoolState;
  readonly close: () => Promise<void>;
}

/** A pool of the driver's, whose connections are made ready and whose failures are told apart. */
export function createPool(settings: PoolSettings): Pool {
  const { where, maxConnections, acquireTimeoutMs, onLost } = settings;
  const connection: pg.ClientConfig = {
    connectionString: settings.url,
    application_name: settings.applicationName,
    connectionTimeoutMillis: acquireTimeoutMs,
    keepAlive: true,
    types: readTypes,
  };
  const pool = new pg.Pool({
    ...connection,
    max: maxConnections,
    verify: (client, done) =>
      void prepareSession(client, where, settings.statementTimeoutMs).then(() => done(), done),
  });
  // Each connection tells of its own loss; the pool repeats it for idle ones, and an error without listener ends the process.
  pool.on('error', () => undefined);
  pool.on('connect', (client) => client.on('error', onLost));

  return {
    acquire: async () => {
      if (pool.ending) throw closed({ what: 'database' });
      const mustWait = pool.idleCount === 0 && pool.totalCount >= maxConnections;
      try {
        const client = await pool.connect();
        return { client, release: (broken) => client.release(broken) };
      } catch (error) {
        if (mustWait && isImpatience(error))
          throw poolBusy({ maxConnections, seconds: acquireTimeoutMs / 1000, where }, error);
        throw classify(error, { where, connecting: true });
      }
    },
    connectAlone: async () => {
      const client = new pg.Client(connection);
      client.on('error', onLost);
      try {
        await client.connect();
        await prepareSession(client, where, 0);
        return client;
      } catch (error) {
        await client.end();
        throw classify(error, { where, connecting: true });
      }
    },
    state: () => ({
      busy: pool.totalCount - pool.idleCount,
      idle: pool.idleCount,
      waiting: pool.waitingCount,
    }),
    close: async () => {
      if (!pool.ending) await pool.end();
    },
  };
}

// What the pool throws when its own patience ends: neither a server nor a socket has anything to do with it.
function isImpatience(error: unknown): boolean {
  return error instanceof Error && !('code' in error) && error.cause === undefined;
}
