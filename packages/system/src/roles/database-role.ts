import { defineError } from '@madang/errors';
import { startEmbedded } from '@madang/pg/embedded';
import { houseSettings } from './house-settings.ts';
import type { Role } from './role.ts';

const databaseEnded = defineError<{ how: string }>({
  code: 'HOUSE_DATABASE_ENDED',
  status: 503,
  retry: 'later',
  message: ({ how }) =>
    `PostgreSQL ended (${how}). It is started again and repairs itself; its log is in the data folder.`,
});

/** The embedded PostgreSQL, when no other one is named. */
export function databaseRole(): Role {
  return {
    name: 'database',
    wanted: (settings) => settings.of(houseSettings).databaseUrl === null,
    // It may have a checkpoint to write.
    stopSeconds: 60,
    holdsData: true,
    async start({ settings, dataFolder, log, progress }) {
      progress('starting PostgreSQL');
      const { postgresBinaries: binaries } = settings.of(houseSettings);
      const server = await startEmbedded({
        dataDir: dataFolder,
        log,
        ...(binaries === null ? {} : { binaries }),
      });
      return {
        provides: { databaseUrl: server.url },
        ready: () => Promise.resolve(null),
        ended: server.exited.then(({ code, signal }) => {
          throw databaseEnded({ how: signal ?? `exit code ${code ?? 'unknown'}` });
        }),
        stop: () => server.stop(),
      };
    },
  };
}
