import type { ResolvedSettings } from '@madang/config';
import { defineError, raise } from '@madang/errors';
import { houseSettings } from './house-settings.ts';

export const noDatabase = defineError({
  code: 'HOUSE_NO_DATABASE',
  status: 500,
  retry: 'never',
  message: () =>
    'No PostgreSQL is named. A role that runs alone needs --database-url (or DATABASE_URL); "npm start" brings one along.',
});

/** The database of a role: named by a setting, or given by the database role through the supervisor. */
export function databaseUrlOf(settings: ResolvedSettings): string {
  return settings.of(houseSettings).databaseUrl ?? raise(noDatabase({}));
}
