import type postgres from 'postgres';
import { connectionLost } from './errors.ts';
import type { Lender, Loan, Terms } from './lender.ts';
import { openPostgresJs, send } from './postgres-js.ts';
import { createSockets } from './sockets.ts';

/** One connection, from its opening to its end. */
export interface Connection {
  open(): Promise<void>;
  isOpen(): boolean;
  readonly query: Loan['query'];
  /** Ends it, whatever it is doing. Resolves when its socket is closed; may be called again. */
  close(): Promise<void>;
}

/**
 * A connection of postgres.js, which is a pool of the driver's that is used for one connection and given up with it.
 *
 * @param max connections of that pool
 * @param onEnd called when the connection was open and has ended
 */
export function createConnection(terms: Terms, max: number, onEnd: () => void): Connection {
  const { arm, ledger } = terms;
  const sockets = createSockets();
  let isOpen = false;
  let underWay = 0;
  let reserved: postgres.ReservedSql | undefined;
  let closing: Promise<void> | undefined;
  const sql = openPostgresJs(terms, max, sockets, (socket) => {
    const leave = ledger.enter();
    isOpen = true;
    socket.once('close', () => {
      isOpen = false;
      leave();
      onEnd();
    });
  });
  const end = async (): Promise<void> => {
    // A server that is at work, or has not let us in yet, hears no goodbye.
    const hears = isOpen && underWay === 0;
    await sql.end({ timeout: 0 });
    await (hears ? sockets.close() : sockets.close(0));
  };
  return {
    async open() {
      reserved = await sql.reserve();
    },
    isOpen: () => isOpen,
    async query(operation) {
      // What is asked of a reserved connection that was lost, the driver throws where nobody can catch it.
      if (reserved === undefined || !isOpen) throw connectionLost({ arm: arm.id });
      underWay += 1;
      try {
        return await send(reserved, operation, arm.prepared);
      } finally {
        underWay -= 1;
      }
    },
    close: () => (closing ??= end()),
  };
}

/** Lends one connection, once. */
export function lendPostgresJsConnection(terms: Terms, max: number): Lender {
  const connection = createConnection(terms, max, () => undefined);
  return {
    keeps: false,
    async lend() {
      await connection.open();
      return { query: connection.query, giveBack: () => undefined };
    },
    close: connection.close,
  };
}
