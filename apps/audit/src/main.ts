import { databaseRole, httpRole, runHouse } from '@madang/system';
import { audit } from './index.ts';

process.exitCode = await runHouse(
  {
    systems: [audit],
    main: import.meta.filename,
    roles: (systems) => [databaseRole(), httpRole(systems)],
  },
  process.argv.slice(2),
);
