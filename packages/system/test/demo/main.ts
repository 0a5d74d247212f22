import { databaseRole, httpRole, runHouse } from '../../src/index.ts';
import { createDemo } from './demo.ts';

process.exitCode = await runHouse(
  {
    systems: [createDemo().system],
    roles: (systems) => [databaseRole(), httpRole(systems)],
    main: import.meta.filename,
  },
  process.argv.slice(2),
);
