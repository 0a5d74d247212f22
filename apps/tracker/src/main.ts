import { chainSettings, indexRole } from '@madang/indexer';
import { localnetRole } from '@madang/localnet';
import { CHANNEL, databaseRole, databaseUrlOf, houseSettings, httpRole, runHouse } from '@madang/system';
import { tracker, trackerProjection } from './index.ts';

process.exitCode = await runHouse(
  {
    systems: [tracker],
    main: import.meta.filename,
    roles: (systems) => [
      databaseRole(),
      localnetRole({
        node: (settings) => settings.of(chainSettings).node,
        data: (settings) => settings.of(houseSettings).data,
      }),
      indexRole({
        projections: [trackerProjection],
        channel: CHANNEL,
        databaseUrl: databaseUrlOf,
        schemas: [{ schema: tracker.name, folder: tracker.folder }],
      }),
      httpRole(systems),
    ],
  },
  process.argv.slice(2),
);
