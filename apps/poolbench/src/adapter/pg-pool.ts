import pg from 'pg';
import type { Lender, Terms } from './lender.ts';
import { connectionOptions, queryOn, watch } from './pg-connection.ts';
import { createSockets } from './sockets.ts';

/** Lends from a pool of `pg`. */
export function lendFromPgPool(terms: Terms): Lender {
  const { arm, ledger } = terms;
  const { rules = {} } = arm;
  const sockets = createSockets();
  const pool = new pg.Pool({
    ...connectionOptions(terms, sockets),
    max: arm.size,
    min: rules.keepIdle ?? 0,
    idleTimeoutMillis: rules.idleTimeoutMs ?? 0,
    connectionTimeoutMillis: rules.acquireTimeoutMs ?? 0,
    maxUses: rules.maxUses ?? Infinity,
    maxLifetimeSeconds: (rules.maxLifetimeMs ?? 0) / 1000,
  });
  pool.on('connect', (client) => watch(client, ledger));
  // The loss of an idle connection, which the pool has removed already.
  pool.on('error', () => undefined);
  return {
    keeps: true,
    async lend() {
      const client = await pool.connect();
      return {
        query: queryOn(client, arm),
        giveBack: (error) => client.release(error !== undefined),
      };
    },
    async close() {
      await Promise.all([pool.end(), sockets.close()]);
    },
  };
}
