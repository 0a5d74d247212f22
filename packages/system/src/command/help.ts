import { namesOf, shownOf, type SettingsDefinition } from '@madang/config';
import type { System } from '../define-system.ts';
import { houseSettings } from '../roles/house-settings.ts';
import type { Role } from '../roles/role.ts';
import type { Command, House } from './command.ts';
import type { Described } from './described.ts';

/** The settings that hold for these systems and roles, each definition once. */
export function definitionsOf(systems: readonly System[], roles: readonly Role[]): SettingsDefinition[] {
  return [
    ...new Set([
      houseSettings,
      ...systems.flatMap(({ settings }) => settings ?? []),
      ...roles.flatMap((role) => role.settings ?? []),
    ]),
  ];
}

/** The help of one command, of one system, or of the house. */
export function helpOf(house: House, system: System | null, command: Command | null): string {
  const prefix = system === null ? './madang' : `./madang ${system.name}`;
  const systems = system === null ? house.systems : [system];
  const lines =
    command === null
      ? overview(house, system, prefix)
      : [
          `${prefix} ${command.name}: ${command.summary}`,
          ...flagLines(command),
          ...exampleLines(prefix, command),
        ];
  const settings = definitionsOf(systems, house.roles(systems));
  return `${[...lines, ...settingLines(settings, flagsOf(command ?? {}))].join('\n')}\n`;
}

function overview(house: House, system: System | null, prefix: string): string[] {
  const title =
    system === null
      ? 'Madang: small back-end systems around one courtyard.'
      : `${system.title.en}: ${system.summary.en}`;
  const commands: readonly Described[] = [...((system ?? house).verbs ?? []), ...house.commands];
  return [
    title,
    '',
    'Commands (each has its own --help)',
    ...commands.map(({ name, summary }) => row(`${prefix} ${name}`, summary)),
    ...(system === null ? systemLines(house) : []),
    '',
    'Examples',
    ...['npm start', 'npm start -- --port 8080', ...(house.examples ?? [])].map((line) => `  ${line}`),
    ...house.commands
      .flatMap(({ examples }) => examples.slice(0, 1))
      .map((example) => `  ${prefix} ${example}`),
    ...roleLines(house),
  ];
}

function systemLines({ systems }: House): string[] {
  return [
    '',
    'Systems (each has the same commands, and verbs of its own)',
    ...systems.map(({ name, summary }) => row(`./madang ${name}`, summary.en)),
  ];
}

function roleLines(house: House): string[] {
  const roles = house.roles(house.systems).map(({ name }, place) => `${name} (+${place})`);
  return [
    '',
    'Roles, in the order of their start; with --operations-port each has the port so many further',
    `  ${roles.join(', ')}`,
  ];
}

function flagLines({ flags = {}, lists = {}, switches = {} }: Described): string[] {
  const rows = [
    ...Object.entries(flags).map(([name, doc]) => row(`--${name} ${name.toUpperCase()}`, doc)),
    ...Object.entries(lists).map(([name, doc]) =>
      row(`--${name} ${name.toUpperCase()}`, `${doc} May be given several times.`),
    ),
    ...Object.entries(switches).map(([name, doc]) => row(`--${name}`, doc)),
  ];
  return rows.length === 0 ? [] : ['', 'Flags', ...rows];
}

function exampleLines(prefix: string, { examples }: Described): string[] {
  return ['', 'Examples', ...examples.map((example) => `  ${prefix} ${example}`)];
}

const flagsOf = ({ flags = {}, lists = {}, switches = {} }: Partial<Described>): string[] =>
  Object.keys({ ...flags, ...lists, ...switches });

/** A flag of the command's own hides the setting of its name. */
function settingLines(definitions: readonly SettingsDefinition[], hidden: readonly string[]): string[] {
  return [
    '',
    'Settings: flag, then variable and default. A file madang.config.yaml may name them, too; --config FILE names another.',
    ...definitions.flatMap((definition) => settingRows(definition, hidden)),
  ];
}

function settingRows({ system, settings }: SettingsDefinition, hidden: readonly string[]): string[] {
  return Object.entries(settings)
    .map(([name, setting]) => ({ ...setting, ...namesOf(system, name) }))
    .filter(({ flag }) => !hidden.includes(flag))
    .map(({ flag, variable, fallback, doc, unit }) => {
      const value =
        fallback === null ? 'not set' : `${shownOf(fallback)}${unit === undefined ? '' : ` ${unit}`}`;
      return `${row(`--${flag}`, doc)}\n${row('', `${variable}, ${value}`)}`;
    });
}

const LEFT = 34;

function row(left: string, right: string): string {
  return `  ${left.padEnd(LEFT)} ${right}`.trimEnd();
}
