import type { ResolvedSettings } from '@madang/config';
import { openDatabase, type Database } from '@madang/pg';
import type { Logger } from '@madang/telemetry';
import { databaseRole } from '../roles/database-role.ts';
import { createRoleContext } from '../roles/role-context.ts';
import { houseSettings } from '../roles/house-settings.ts';

/** Does something with the database that the settings name; the embedded one is started (or joined) for as long as that takes. */
export async function withDatabase<T>(
  settings: ResolvedSettings,
  log: Logger,
  work: (database: Database) => Promise<T>,
): Promise<T> {
  const named = settings.of(houseSettings).databaseUrl;
  const server =
    named === null ? await databaseRole().start(createRoleContext('command', settings, log)) : null;
  const database = openDatabase({
    url: named ?? server?.provides?.['databaseUrl'] ?? '',
    maxConnections: 2,
    applicationName: 'madang command',
    log,
  });
  try {
    return await work(database);
  } finally {
    await database.close();
    await server?.stop();
  }
}
