import type { Lender, Loan, Terms } from './lender.ts';
import { openPostgresJs, send } from './postgres-js.ts';
import { createSockets } from './sockets.ts';

/** Lends shares in a pool of postgres.js, which sends each query on the connection of its choice, behind others if need be. */
export function lendFromPostgresJsPipeline(terms: Terms): Lender {
  const { arm, ledger } = terms;
  const sockets = createSockets();
  const sql = openPostgresJs(terms, arm.size, sockets, (socket) => socket.once('close', ledger.enter()));
  const share: Loan = {
    query: (operation) => send(sql, operation, arm.prepared),
    giveBack: () => undefined,
  };
  return {
    keeps: true,
    lend: () => share,
    async close() {
      await sql.end({ timeout: 0 });
      await sockets.close();
    },
  };
}
