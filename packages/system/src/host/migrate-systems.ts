import { existsSync } from 'node:fs';
import { join } from 'node:path';
import { migrate, type Database, type MigrationSource } from '@madang/pg';
import type { Logger } from '@madang/telemetry';
import type { System } from '../define-system.ts';

/** What makes a system's schema; null for a system that keeps nothing in the database. */
export function migrationsOf({ name, folder }: System): MigrationSource | null {
  const migrations = join(folder, 'migrations');
  return existsSync(migrations) ? { schema: name, folder: migrations } : null;
}

/** Brings the schema of every system up to date. Several processes may do so at once. */
export async function migrateSystems(
  database: Database,
  systems: readonly System[],
  log: Logger,
): Promise<void> {
  for (const system of systems) {
    const source = migrationsOf(system);
    if (source === null) continue;
    const { applied } = await migrate(database, source);
    if (applied.length > 0) log.info({ system: system.name, applied }, 'schema migrated');
  }
}
