import { databaseRole, httpRole, runHouse } from '@madang/system';
import { roomname } from './index.ts';

process.exitCode = await runHouse(
  {
    systems: [roomname],
    main: import.meta.filename,
    roles: (systems) => [databaseRole(), httpRole(systems)],
  },
  process.argv.slice(2),
);
