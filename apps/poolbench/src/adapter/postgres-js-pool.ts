import type { Lender, Loan, Terms } from './lender.ts';
import { createConnection, type Connection } from './postgres-js-connection.ts';

/**
 * Lends connections of postgres.js to one caller at a time: who came first is served first, by the connection that was used last.
 *
 * The queue is ours. The driver's own way to lend one (`reserve`) forgets a caller who waits while a connection is lost, and a
 * connection whose predecessor failed; how its pool serves queries by itself is what pipelined arms measure.
 */
export function lendFromPostgresJsPool(terms: Terms): Lender {
  const all = new Set<Connection>();
  const idle: Connection[] = [];
  const waiting: ((loan: Loan | Promise<Loan>) => void)[] = [];
  let isClosed = false;

  const lendOut = (connection: Connection): Loan => ({
    query: connection.query,
    giveBack(error) {
      if (error !== undefined || !connection.isOpen()) drop(connection);
      else putBack(connection);
    },
  });
  const putBack = (connection: Connection): void => {
    const next = waiting.shift();
    if (next === undefined) idle.push(connection);
    else next(lendOut(connection));
  };
  // Counted until its socket is closed, so that the server never sees more than there may be.
  const drop = (connection: Connection): void => {
    if (idle.includes(connection)) idle.splice(idle.indexOf(connection), 1);
    void connection.close().then(() => {
      if (all.delete(connection) && !isClosed) waiting.shift()?.(connect());
    });
  };
  const connect = async (): Promise<Loan> => {
    const connection = createConnection(terms, 1, () => drop(connection));
    all.add(connection);
    try {
      await connection.open();
    } catch (error) {
      drop(connection);
      throw error;
    }
    return lendOut(connection);
  };

  return {
    keeps: true,
    lend() {
      const last = idle.pop();
      if (last !== undefined) return lendOut(last);
      if (all.size < terms.arm.size) return connect();
      return new Promise((resolve) => waiting.push(resolve));
    },
    async close() {
      isClosed = true;
      await Promise.all(Array.from(all, (connection) => connection.close()));
    },
  };
}
