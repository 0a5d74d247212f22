import { join } from 'node:path';
import { migrate, type Database } from '@madang/pg';
import type { Logger } from '@madang/telemetry';
import type { System } from '../define-system.ts';

/** Brings the schema of every system up to date. Several processes may do so at once. */
export async function migrateSystems(
  database: Database,
  systems: readonly System[],
  log: Logger,
): Promise<void> {
  for (const { name, folder } of systems) {
    const { applied } = await migrate(database, { schema: name, folder: join(folder, 'migrations') });
    if (applied.length > 0) log.info({ system: name, applied }, 'schema migrated');
  }
}
