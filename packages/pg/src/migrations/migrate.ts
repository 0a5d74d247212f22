import type { Database } from '../database.ts';
import { sql } from '../sql.ts';
import type { Transaction } from '../transaction.ts';
import { readMigrations } from './files.ts';
import { createLedger, pendingOf, readLedger, writeLedgerRow } from './ledger.ts';

export interface MigrationSource {
  /** The schema that the migrations make and that holds their ledger. */
  readonly schema: string;
  readonly folder: string | URL;
}

/**
 * Brings a schema up to the migrations of a folder, each in a transaction of its own, and says which were applied. Several
 * processes may do so at once: one applies, the others wait and find it done. An up-to-date schema is only read.
 */
export async function migrate(
  database: Database,
  { schema, folder }: MigrationSource,
): Promise<{ applied: number[] }> {
  const migrations = await readMigrations(folder);
  const applied: number[] = [];
  let pending = pendingOf(schema, migrations, await readLedger(database, schema));
  while (pending.length > 0) {
    const done = await database.transaction(async (tx) => {
      await lockSchema(tx, schema);
      await createLedger(tx, schema);
      const [next] = pendingOf(schema, migrations, await readLedger(tx, schema));
      if (next === undefined) return undefined;
      // First, so that a second process which came past the lock could not do the work twice.
      await writeLedgerRow(tx, schema, next);
      await tx.script(`${schema} migration ${next.number}`, next.text);
      return next.number;
    });
    if (done === undefined) break;
    applied.push(done);
    pending = migrations.slice(done);
  }
  return { applied };
}

async function lockSchema(tx: Transaction, schema: string): Promise<void> {
  const key = `madang migration of ${schema}`;
  await tx.execute('lock schema', sql`select pg_advisory_xact_lock(hashtextextended(${key}, 0))`);
}
