import pg from 'pg';
import type { Ledger } from './ledger.ts';
import type { Loan, Terms } from './lender.ts';
import type { Arm } from './pool-adapter.ts';
import type { Sockets } from './sockets.ts';
import { withValues } from './with-values.ts';
import { tlsOptions } from './target.ts';

/** How `pg` connects to the target. */
export function connectionOptions({ arm, target }: Terms, sockets: Sockets): pg.ClientConfig {
  const { host, port, user, password, database } = target;
  return {
    ...{ host, port, user, password, database },
    ssl: tlsOptions(target),
    application_name: arm.id,
    stream: sockets.make,
  };
}

/** A client that is counted once it is ready. */
export function createClient(config: pg.ClientConfig, ledger: Ledger): pg.Client {
  const client = new pg.Client(config);
  client.once('connect', () => watch(client, ledger));
  return client;
}

/** Counts a connection that is ready, until it ends. */
export function watch(client: pg.Client, ledger: Ledger): void {
  client.once('end', ledger.enter());
  // A loss is told to the queries under way and to the next one; an error event without a listener would end the process.
  client.on('error', () => undefined);
}

/**
 * Runs operations in the extended protocol, also those without values, which `pg` would send in the simple one; in that one only
 * where the arm says so.
 */
export function queryOn(client: pg.Client, { prepared, simple = false }: Arm): Loan['query'] {
  return async ({ name, text, values }) => {
    const statement = simple
      ? { text: withValues(text, values) }
      : { text, values: values as unknown[], queryMode: 'extended', ...(prepared && { name }) };
    const { rowCount } = await client.query(statement);
    return rowCount ?? 0;
  };
}
