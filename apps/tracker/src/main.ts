import { chainSettings, indexRole } from '@madang/indexer';
import { localnetRole } from '@madang/localnet';
import { databaseRole, httpRole, runHouse } from '@madang/system';
import { tracker, trackerProjection } from './index.ts';

const index = indexRole({
  projections: [trackerProjection],
  schemas: [{ schema: tracker.name, folder: tracker.folder }],
});
const house = {
  systems: [tracker],
  roles: () => [databaseRole(), localnetRole(chainSettings), index, httpRole([tracker])],
  main: import.meta.filename,
};

process.exitCode = await runHouse(house, process.argv.slice(2));
