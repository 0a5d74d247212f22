import { defineError } from '@madang/errors';
import type { Queryable } from '../queryable.ts';
import { sql, type Sql } from '../sql.ts';
import type { Migration } from './files.ts';

/** What the database remembers of a migration that was applied. */
export interface LedgerRow {
  readonly number: number;
  readonly name: string;
  readonly checksum: string;
}

export const migrationChanged = defineError<{ schema: string; number: number; name: string }>({
  code: 'PG_MIGRATION_CHANGED',
  status: 500,
  retry: 'never',
  message: ({ schema, number, name }) =>
    `Migration ${number} (${name}) of schema ${schema} is not the one that was applied to this database. Restore the file; put changes into a new one.`,
});

export const migrationUnknown = defineError<{ schema: string; number: number; name: string }>({
  code: 'PG_MIGRATION_UNKNOWN',
  status: 500,
  retry: 'never',
  message: ({ schema, number, name }) =>
    `Schema ${schema} was migrated by newer code (migration ${number}, ${name}). Start a version that knows it, or use another database.`,
});

const ledger = (schema: string): Sql => sql`${sql.identifier(schema)}.migration`;

/** Makes the schema and its ledger. */
export async function createLedger(tx: Queryable, schema: string): Promise<void> {
  await tx.execute('create schema', sql`create schema if not exists ${sql.identifier(schema)}`);
  await tx.execute(
    'create ledger',
    sql`create table if not exists ${ledger(schema)} (
          number int primary key,
          name text not null,
          checksum text not null,
          applied_at timestamptz not null default now()
        )`,
  );
}

/** The applied migrations in their order; none when there is no ledger yet. */
export async function readLedger(queryable: Queryable, schema: string): Promise<readonly LedgerRow[]> {
  const found = await queryable.row<{ found: boolean }>(
    'find ledger',
    sql`select exists (
          select from pg_catalog.pg_class c
            join pg_catalog.pg_namespace n on n.oid = c.relnamespace
           where n.nspname = ${schema} and c.relname = 'migration'
        ) as found`,
  );
  if (found?.found !== true) return [];
  return queryable.rows<LedgerRow>(
    'read ledger',
    sql`select number, name, checksum from ${ledger(schema)} order by number`,
  );
}

export async function writeLedgerRow(tx: Queryable, schema: string, migration: Migration): Promise<void> {
  const { number, name, checksum } = migration;
  await tx.execute(
    'write ledger',
    sql`insert into ${ledger(schema)} (number, name, checksum) values (${number}, ${name}, ${checksum})`,
  );
}

/** The migrations still to apply. Throws when the ledger and the files tell different histories. */
export function pendingOf(
  schema: string,
  migrations: readonly Migration[],
  applied: readonly LedgerRow[],
): readonly Migration[] {
  for (const { number, name, checksum } of applied) {
    const migration = migrations[number - 1];
    if (migration === undefined) throw migrationUnknown({ schema, number, name });
    if (migration.checksum !== checksum) throw migrationChanged({ schema, number, name });
  }
  return migrations.slice(applied.length);
}
