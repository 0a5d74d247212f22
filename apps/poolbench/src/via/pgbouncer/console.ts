import pg from 'pg';
import type { Watcher } from './configuration.ts';

/** What PgBouncer counts of one database: https://www.pgbouncer.org/usage.html */
export interface PgBouncerStats {
  /** Since its start. */
  readonly transactions: number;
  readonly queries: number;
  /** From clients, and sent to them. */
  readonly bytesReceived: number;
  readonly bytesSent: number;
  /** Milliseconds that server connections spent in transactions and in queries, and that clients waited for one: since its start, summed. */
  readonly transactionMs: number;
  readonly queryMs: number;
  readonly waitMs: number;
  /** Now: clients that have, or need, no server connection; that wait for one; server connections in use; that are free, tested included. */
  readonly clientsActive: number;
  readonly clientsWaiting: number;
  readonly serversActive: number;
  readonly serversIdle: number;
  /** How long the first of those who wait has waited, milliseconds. */
  readonly longestWaitMs: number;
}

/** One connection to the console, which is kept, so that looking costs no login. */
export interface Console {
  stats(database: string): Promise<PgBouncerStats>;
  close(): Promise<void>;
}

/** Whoever else has the port by now may let us in and never say a word. In milliseconds. */
const LOGIN_MS = 3_000;

export async function openConsole(port: number, { user, password }: Watcher): Promise<Console> {
  const client = new pg.Client({
    host: '127.0.0.1',
    port,
    ...{ user, password, database: 'pgbouncer', connectionTimeoutMillis: LOGIN_MS },
  });
  client.on('error', () => undefined);
  await client.connect();
  // The console speaks the simple protocol alone, which `pg` uses for a text without values.
  const ask = async (what: string, database: string): Promise<Figures> => {
    const { rows } = await client.query<Row>(`show ${what}`);
    return sumOf(rows.filter((row) => row['database'] === database));
  };
  return {
    async stats(database) {
      const counts = await ask('stats', database);
      const pools = await ask('pools', database);
      return {
        transactions: counts('total_xact_count'),
        queries: counts('total_query_count'),
        bytesReceived: counts('total_received'),
        bytesSent: counts('total_sent'),
        transactionMs: counts('total_xact_time') / 1000,
        queryMs: counts('total_query_time') / 1000,
        waitMs: counts('total_wait_time') / 1000,
        clientsActive: pools('cl_active'),
        clientsWaiting: pools('cl_waiting'),
        serversActive: pools('sv_active'),
        serversIdle: pools('sv_idle') + pools('sv_used') + pools('sv_tested'),
        longestWaitMs: pools('maxwait') * 1000 + pools('maxwait_us') / 1000,
      };
    },
    close: () => client.end(),
  };
}

type Row = Readonly<Record<string, unknown>>;
type Figures = (column: string) => number;

// One row for each user; the console's 64-bit numbers come as text.
function sumOf(rows: readonly Row[]): Figures {
  return (column) => rows.reduce((sum, row) => sum + Number(row[column]), 0);
}
