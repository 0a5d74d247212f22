import { EXIT } from '@madang/errors';
import { migrateSystems } from '../host/migrate-systems.ts';
import type { CommandContext } from './command-context.ts';
import { withDatabase } from './with-database.ts';

/** `migrate`: brings the schemas of the systems meant up to date. */
export async function migrateCommand({ settings, log, systems }: CommandContext): Promise<number> {
  await withDatabase(settings, log, (database) => migrateSystems(database, systems, log));
  process.stderr.write(`Up to date: ${systems.map(({ name }) => name).join(', ')}\n`);
  return EXIT.ok;
}
