import type net from 'node:net';
import postgres from 'postgres';
import type { Terms } from './lender.ts';
import type { Operation } from './pool-adapter.ts';
import { createConnector } from './postgres-js-socket.ts';
import type { Sockets } from './sockets.ts';

/**
 * A pool of postgres.js whose sockets we know. Nothing in it ends by time alone.
 *
 * @param onReady called with the socket of a connection that is ready for its first query
 */
export function openPostgresJs(
  { arm, target }: Terms,
  max: number,
  sockets: Sockets,
  onReady: (socket: net.Socket) => void,
): postgres.Sql {
  const { host, port, user, password = '', database } = target;
  const options = {
    ...{ host, port, user, password, database, max },
    prepare: arm.prepared,
    connection: { application_name: arm.id },
    ...{ idle_timeout: 0, max_lifetime: null, connect_timeout: 0 },
    // Asking for the server's array types is a query on each new connection that no other arm makes and no operation needs. When the
    // connection is lost meanwhile, its rejection is handled by nobody and ends the process.
    fetch_types: false,
    onnotice: () => undefined,
    ssl: false,
    socket: createConnector(target, sockets, onReady),
  };
  return postgres(options);
}

/** Runs an operation in the extended protocol, also one without values, which the driver would send in the simple one. */
export async function send(
  sql: postgres.ISql,
  { text, values }: Operation,
  prepare: boolean,
): Promise<number> {
  const options = { prepare, simple: false };
  const { count } = await sql.unsafe(text, values as never[], options);
  return count;
}
