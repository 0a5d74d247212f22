import { databaseRole, httpRole, runHouse } from '@madang/system';
import { poolbench } from './index.ts';

process.exitCode = await runHouse(
  {
    systems: [poolbench],
    main: import.meta.filename,
    roles: (systems) => [databaseRole(), httpRole(systems)],
  },
  process.argv.slice(2),
);
