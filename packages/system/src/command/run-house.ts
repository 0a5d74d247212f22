import {
  environment,
  near,
  parseArguments,
  resolveSettings,
  takeFlags,
  type ResolvedSettings,
} from '@madang/config';
import { EXIT, exitCodeOf, explain, raise } from '@madang/errors';
import { createLogger, type Logger } from '@madang/telemetry';
import type { System } from '../define-system.ts';
import { houseSettings } from '../roles/house-settings.ts';
import { createRoleContext } from '../roles/role-context.ts';
import type { Role } from '../roles/role.ts';
import { runRole } from '../supervisor/run-role.ts';
import { createScreen } from '../supervisor/screen.ts';
import { supervise } from '../supervisor/supervise.ts';
import type { CommandContext } from './command-context.ts';
import { configPrint } from './config-print.ts';
import { doctor } from './doctor.ts';
import { commandUsage } from './errors.ts';
import { generate } from './generate.ts';
import { helpOf } from './help.ts';
import type { House } from './house.ts';
import { migrateCommand } from './migrate.ts';
import type { Verb } from './verb.ts';

interface Command {
  readonly flags: readonly string[];
  run(context: CommandContext): Promise<number>;
}

const COMMANDS: Readonly<Record<string, Command>> = {
  start: { flags: ['role'], run: serve },
  serve: { flags: ['role'], run: serve },
  migrate: { flags: [], run: migrateCommand },
  'config print': { flags: ['json'], run: configPrint },
  doctor: { flags: ['json'], run: doctor },
  generate: { flags: ['check'], run: generate },
};

/** Runs one command line and returns its exit code. Errors are told on standard error, one way for all commands. */
export async function runHouse(house: House, argv: readonly string[]): Promise<number> {
  try {
    return await dispatch(house, argv);
  } catch (error) {
    process.stderr.write(`${explain(error)}\n`);
    return exitCodeOf(error);
  } finally {
    // The channel to the one who started this process would keep it alive.
    if (process.connected) process.disconnect();
  }
}

async function dispatch(house: House, argv: readonly string[]): Promise<number> {
  const { words, flags } = parseArguments(argv, new Set(['help', 'json', 'dry-run', 'check']));
  const system = house.systems.find(({ name }) => name === words[0]);
  const systems = system === undefined ? house.systems : [system];
  const rest = system === undefined ? words : words.slice(1);
  const roles = house.roles(systems);
  const verb = system?.verbs?.find(({ name }) => name === rest[0]);
  const { name, command } =
    verb === undefined ? commandOf(rest, house, system) : { name: verb.name, command: commandOfVerb(verb) };
  if (flags.has('help') || command === null) return help(house, system ?? null, verb ?? null, roles);

  const [own, named] = takeFlags(flags, [...command.flags, 'config']);
  const definitions = [
    houseSettings,
    ...systems.flatMap(({ settings }) => settings ?? []),
    ...roles.flatMap((role) => role.settings ?? []),
  ];
  const settings = resolveSettings([...new Set(definitions)], {
    flags: named,
    environment: environment(),
    file: own.get('config') ?? null,
  });
  const level = settings.of(houseSettings).logLevel;
  const log = createLogger({ level, bindings: own.has('role') ? { role: own.get('role') } : {} });
  for (const warning of settings.warnings) log.warn({ warning }, 'setting ignored');
  const words2 = rest.slice(name.split(' ').length);
  return command.run({
    house,
    systems,
    roles,
    settings,
    log,
    words: words2,
    flags: own,
    systemWords: system === undefined ? [] : [system.name],
  });
}

function commandOf(
  words: readonly string[],
  house: House,
  system: System | undefined,
): { name: string; command: Command | null } {
  if (words.length === 0) return { name: '', command: null };
  const name = [words.slice(0, 2).join(' '), words[0] ?? ''].find((candidate) => candidate in COMMANDS);
  if (name !== undefined) return { name, command: COMMANDS[name] ?? null };
  const known = [
    ...Object.keys(COMMANDS),
    ...house.systems.map((one) => one.name),
    ...(system?.verbs ?? []).map((one) => one.name),
  ];
  const candidates = near(words[0] ?? '', known);
  throw commandUsage({
    command: words.join(' '),
    hint: candidates.length > 0 ? `; did you mean ${candidates.join(' or ')}?` : '',
  });
}

function commandOfVerb(verb: Verb): Command {
  return {
    flags: Object.keys(verb.flags ?? {}),
    run: ({ settings, log, words, flags }) =>
      verb.run({
        settings,
        log,
        words,
        flags,
        print: (text) => process.stdout.write(`${text}\n`),
        say: (text) => process.stderr.write(`${text}\n`),
      }),
  };
}

function help(house: House, system: System | null, verb: Verb | null, roles: readonly Role[]): number {
  process.stdout.write(helpOf(house, system, verb, roles));
  return EXIT.ok;
}

async function serve(command: CommandContext): Promise<number> {
  const { settings, log, roles } = command;
  const name = command.flags.get('role');
  const screen = createScreen(
    process.stderr.isTTY,
    (text) => process.stderr.write(text),
    (text) => process.stdout.write(text),
  );
  const context = createRoleContext(name ?? 'supervisor', settings, log);
  if (name !== undefined) return runRole(roleNamed(roles, name), context);
  const wanted = roles.filter((role) => role.wanted(settings));
  return supervise({
    ...command,
    roles: wanted,
    main: command.house.main,
    words: command.systemWords,
    environment: quiet(settings),
    context,
    screen,
  });
}

function roleNamed(roles: readonly Role[], name: string): Role {
  const known = roles.map((role) => role.name).join(', ');
  return (
    roles.find((role) => role.name === name) ??
    raise(commandUsage({ command: `serve --role ${name}`, hint: `; the roles are ${known}` }))
  );
}

// At a terminal the supervisor's own lines tell what happens; the roles then speak up only when something is wrong.
function quiet(settings: ResolvedSettings): Record<string, string | undefined> {
  const named = settings.print().find(({ key }) => key === 'logLevel')?.source !== 'default';
  const inherited = environment();
  return named || !process.stderr.isTTY ? inherited : { ...inherited, MADANG_LOG_LEVEL: 'warn' };
}
