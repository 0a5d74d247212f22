import { chainSettings, indexRole } from '@madang/indexer';
import { localnetRole, localnetVerb, recordVerb } from '@madang/localnet';
import { databaseRole, httpRole, runHouse, type Role, type System } from '@madang/system';
import { projections, systems } from './systems.ts';

/** The roles that these systems need, in the order in which they start. Without a projection nobody needs a chain. */
function roles(chosen: readonly System[]): Role[] {
  const keepers = chosen.filter(({ projections: kept = [] }) => kept.length > 0);
  const wanted = projections.filter((projection) =>
    keepers.some((system) => system.projections?.includes(projection)),
  );
  const schemas = keepers.map(({ name, folder }) => ({ schema: name, folder }));
  const chain = [localnetRole(chainSettings), indexRole({ projections: wanted, schemas })];
  return [databaseRole(), ...(wanted.length > 0 ? chain : []), httpRole(chosen)];
}

const house = { systems, roles, verbs: [localnetVerb, recordVerb], main: import.meta.filename };

process.exitCode = await runHouse(house, process.argv.slice(2));
