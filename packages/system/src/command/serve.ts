import { didYouMean, type ResolvedSettings } from '@madang/config';
import { raise } from '@madang/errors';
import { houseSettings } from '../roles/house-settings.ts';
import { checkPort } from '../roles/port.ts';
import { createRoleContext } from '../roles/role-context.ts';
import type { Role } from '../roles/role.ts';
import { runRole } from '../supervisor/run-role.ts';
import { createScreen } from '../supervisor/screen.ts';
import { supervise } from '../supervisor/supervise.ts';
import type { Command, CommandContext } from './command.ts';
import { roleUsage } from './errors.ts';
import type { Surroundings } from './surroundings.ts';

/** `serve` (or `start`): everything under one supervisor; with `--role NAME` one role alone. */
export const serve: Command = {
  name: 'serve',
  summary: 'start everything under one supervisor, or one role alone',
  examples: [
    'serve --port 8080 --data /var/lib/madang',
    'serve --role http --database-url postgres://user@host/name --operations-port 9400',
  ],
  flags: { role: 'One role alone; it ends with this command.' },
  switches: { supervised: 'Set by the supervisor for the roles that it starts.' },
  run: (command) => {
    const role = command.flags.get('role');
    return role === undefined ? serveAll(command) : serveRole(command, role);
  },
};

async function serveAll(command: CommandContext): Promise<number> {
  const { settings, surroundings, sameHouse } = command;
  const roles = command.roles.filter((role) => role.wanted(settings));
  for (const role of roles) await checkOperationsPort(operationsPortOf(command, role));
  return supervise({
    roles,
    settings,
    main: command.house.main,
    argvOf: ({ name }) => [...sameHouse, 'serve', '--role', name, '--supervised'],
    environment: quietly(settings, surroundings),
    context: createRoleContext('supervisor', settings, command.log),
    screen: createScreen({
      columns: surroundings.columns,
      write: surroundings.say,
      print: surroundings.print,
    }),
  });
}

async function serveRole(command: CommandContext, name: string): Promise<number> {
  const role = command.roles.find((one) => one.name === name) ?? raise(unknownRole(command.roles, name));
  return runRole({
    role,
    context: createRoleContext(name, command.settings, command.log),
    supervised: command.flags.has('supervised'),
    operationsPort: operationsPortOf(command, role),
  });
}

function unknownRole(roles: readonly Role[], role: string): Error {
  const known = roles.map(({ name }) => name);
  return roleUsage({ role, known, hint: didYouMean(role, known) });
}

/** A role's own port: the first one named, and as many further as its place among all roles of the house. 0 = any free one. */
function operationsPortOf({ house, settings }: CommandContext, role: Role): number {
  const first = settings.of(houseSettings).operationsPort;
  if (first === null) return 0;
  return first + house.roles(house.systems).findIndex(({ name }) => name === role.name);
}

async function checkOperationsPort(port: number): Promise<void> {
  if (port !== 0) await checkPort({ host: '127.0.0.1', port, flag: 'operations-port' });
}

// At a terminal the supervisor's own lines tell what happens; the roles then speak up only when something is wrong.
function quietly(
  settings: ResolvedSettings,
  { environment, columns }: Surroundings,
): Surroundings['environment'] {
  const named = settings.print().find(({ key }) => key === 'logLevel')?.source !== 'default';
  return named || columns() === null ? environment : { ...environment, MADANG_LOG_LEVEL: 'warn' };
}
