import type pg from 'pg';
import type { Lender, Loan, Terms } from './lender.ts';
import { connectionOptions, createClient, queryOn } from './pg-connection.ts';
import { createSockets, type Sockets } from './sockets.ts';

/** Lends shares in pipelined connections of `pg`, of the one with the fewest users first. */
export function lendFromPgPipeline(terms: Terms): Lender {
  const sockets = createSockets();
  const lanes = Array.from({ length: terms.arm.size }, () => createLane(terms, sockets));
  return {
    keeps: true,
    lend: () => lanes.reduce((least, lane) => (lane.users() < least.users() ? lane : least)).share(),
    async close() {
      await Promise.all([...lanes.map((lane) => lane.end()), sockets.close()]);
    },
  };
}

/** A pipelined connection, opened when first used and anew after it was lost. */
interface Lane {
  users(): number;
  share(): Loan | Promise<Loan>;
  end(): Promise<void>;
}

function createLane(terms: Terms, sockets: Sockets): Lane {
  let users = 0;
  let open: pg.Client | undefined;
  let opening: Promise<pg.Client> | undefined;
  const connect = async (): Promise<pg.Client> => {
    const client = createClient({ ...connectionOptions(terms, sockets), pipeline: true }, terms.ledger);
    const forget = (): void => {
      if (open === client) open = undefined;
    };
    // The error comes first; whoever asks a lost connection again and again keeps the event loop from ever seeing its end.
    client.once('error', forget);
    client.once('end', forget);
    try {
      await client.connect();
      open = client;
      return client;
    } finally {
      opening = undefined;
    }
  };
  const giveBack = (): void => void (users -= 1);
  const loanOf = (client: pg.Client): Loan => ({ query: queryOn(client, terms.arm), giveBack });
  const shareLater = async (): Promise<Loan> => {
    try {
      return loanOf(await (opening ??= connect()));
    } catch (error) {
      giveBack();
      throw error;
    }
  };
  return {
    users: () => users,
    share() {
      users += 1;
      return open === undefined ? shareLater() : loanOf(open);
    },
    async end() {
      // What is not connected by now is ended with its socket.
      await (open ?? (await opening?.catch(() => undefined)))?.end();
    },
  };
}
