/**
 * Words: an *arm* is one way to reach the server; its *adapter* lends connections of that kind. A connection is *opened* when the
 * server is ready for its first query, and *closed* when its socket is. *Held* is what a caller has in hand.
 */
export interface Arm {
  /** Short name, in printable ASCII: the `application_name` that the server shows. */
  readonly id: string;
  readonly driver: Driver | 'own';
  /** Of `own`: absolute path of the module that makes the adapter. */
  readonly file?: string;
  readonly keep: Keep;
  /** Connections at most; where they are not kept, of the pool that is made for each query. */
  readonly size: number;
  /** Statements keep a name on the server and are parsed once per connection; unnamed ones of the extended protocol otherwise. */
  readonly prepared: boolean;
  /** Only for `pg`: the simple protocol, for which the driver's user writes the values into the text. */
  readonly simple?: boolean;
  /** Only for a pool of `pg` that is kept. */
  readonly rules?: PoolRules;
}

/** Drivers that have adapters here. */
export type Driver = 'pg' | 'postgres.js';

/**
 * How long connections live:
 * - `connection-per-query`, `pool-per-query`: for one loan. The second makes the driver's whole pool for it;
 * - `pool`: until the adapter is closed, lent to one caller at a time;
 * - `pipelined`: the same, shared by all callers, who send without waiting for each other's answers.
 */
export type Keep = 'connection-per-query' | 'pool-per-query' | 'pool' | 'pipelined';

/**
 * When the pool of `pg` gives up, and when it renews its connections. Each rule is off unless given, so that arms differ in nothing
 * unsaid: by itself the driver closes a connection that is idle for 10 s.
 */
export interface PoolRules {
  /** Longest wait for a connection. */
  readonly acquireTimeoutMs?: number;
  /** A connection that nobody used for so long is closed. */
  readonly idleTimeoutMs?: number;
  /** …but not when so few are left. They are not opened ahead of need. */
  readonly keepIdle?: number;
  /** A connection is closed after so many loans. */
  readonly maxUses?: number;
  /** A connection that is so old is closed when nobody uses it. */
  readonly maxLifetimeMs?: number;
}

/** One statement with its values, as an adapter sends it. */
export interface Operation {
  /** Of the prepared statement, where the arm uses one; a name stands for one text. */
  readonly name: string;
  readonly text: string;
  readonly values: readonly unknown[];
}

declare const lent: unique symbol;

/** A connection in hand, or a share in one. Good for nothing but to be passed back to its adapter. */
export interface Held {
  readonly [lent]: true;
}

/** Counted, never assumed. */
export interface AdapterStats {
  /** Connections that are open now. */
  readonly open: number;
  /** Open, and in nobody's hand. */
  readonly idle: number;
  /** Callers that wait for a connection, one that is being opened included. */
  readonly pending: number;
  /** Connections that ever became ready for a query: what `pg_stat_database.sessions` counts. */
  readonly opened: number;
  readonly closed: number;
  /** Loans; the two are equal when nothing has leaked. */
  readonly acquired: number;
  readonly released: number;
}

/** One arm at work. Its errors are the driver's own, so that they can be told apart by `classify`. */
export interface PoolAdapter {
  /** The arm's id. */
  readonly name: string;
  /** Makes ready. Connections are opened when they are needed, as each driver does. */
  open(): Promise<void>;
  /**
   * A connection to use. Rejects with the signal's reason when that comes first; what is opened or handed over later goes straight
   * back. A pipelined arm of postgres.js never waits here: the driver connects, and queues, in `query`.
   */
  acquire(signal: AbortSignal): Promise<Held>;
  /** Runs one statement; gives the rows that it returned or changed. */
  query(held: Held, operation: Operation): Promise<number>;
  /**
   * Gives a connection back. With an error it is closed, whatever it is doing, and a query under way rejects; a pipelined one
   * stays, since others are using it. Giving back once more, or after `close`, changes nothing.
   */
  release(held: Held, error?: unknown): void;
  stats(): AdapterStats;
  /** Ends all connections, those in use too, and rejects all who wait. Resolves when every socket is closed. */
  close(): Promise<void>;
}
