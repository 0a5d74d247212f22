import type { Lender, Terms } from './lender.ts';
import { connectionOptions, createClient, queryOn } from './pg-connection.ts';
import { createSockets } from './sockets.ts';

/** Lends one connection of `pg`, once. */
export function lendPgClient(terms: Terms): Lender {
  const sockets = createSockets();
  const client = createClient(connectionOptions(terms, sockets), terms.ledger);
  let ready = false;
  return {
    keeps: false,
    async lend() {
      await client.connect();
      ready = true;
      return { query: queryOn(client, terms.arm), giveBack: () => undefined };
    },
    async close() {
      // The goodbye would be taken for a part of the start-up.
      if (!ready) return sockets.close(0);
      await Promise.all([client.end(), sockets.close()]);
    },
  };
}
