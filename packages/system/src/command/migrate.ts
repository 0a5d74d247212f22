import { EXIT } from '@madang/errors';
import { migrateSystems } from '../host/migrate-systems.ts';
import type { Command } from './command.ts';
import { withDatabase } from './with-database.ts';

/** `migrate`: brings the schemas of the systems meant up to date. */
export const migrateCommand: Command = {
  name: 'migrate',
  summary: 'bring the schemas of the database up to date',
  examples: ['migrate --database-url postgres://user@host/name'],
  async run({ settings, log, systems, surroundings: { say } }) {
    await withDatabase(settings, log, (database) => migrateSystems(database, systems, log));
    say(`Up to date: ${systems.map(({ name }) => name).join(', ')}\n`);
    return EXIT.ok;
  },
};
