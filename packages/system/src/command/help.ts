import { namesOf, shownOf, type SettingsDefinition } from '@madang/config';
import type { System } from '../define-system.ts';
import { houseSettings } from '../roles/house-settings.ts';
import type { Role } from '../roles/role.ts';
import type { Command } from './command.ts';
import { COMMANDS } from './commands.ts';
import type { Described } from './described.ts';
import type { House } from './house.ts';

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
  return `${[...lines, ...settingLines(systems, house.roles(systems))].join('\n')}\n`;
}

function overview(house: House, system: System | null, prefix: string): string[] {
  const title =
    system === null
      ? 'Madang: small back-end systems around one courtyard.'
      : `${system.title.en}: ${system.summary.en}`;
  const commands: readonly Described[] = [...((system ?? house).verbs ?? []), ...COMMANDS];
  return [
    title,
    '',
    'Commands (each has its own --help)',
    ...commands.map(({ name, summary }) => row(`${prefix} ${name}`, summary)),
    ...(system === null ? systemLines(house) : []),
    '',
    'Examples',
    ...['npm start', 'npm start -- --port 8080', ...(house.examples ?? [])].map((line) => `  ${line}`),
    ...COMMANDS.flatMap(({ examples }) => examples.slice(0, 1)).map((example) => `  ${prefix} ${example}`),
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

function settingLines(systems: readonly System[], roles: readonly Role[]): string[] {
  return [
    '',
    'Settings: flag, then variable and default. A file madang.config.yaml may name them, too; --config FILE names another.',
    ...definitionsOf(systems, roles).flatMap(settingRows),
  ];
}

function settingRows({ system, settings }: SettingsDefinition): string[] {
  return Object.entries(settings).map(([name, { fallback, doc, unit }]) => {
    const names = namesOf(system, name);
    const value =
      fallback === null ? 'not set' : `${shownOf(fallback)}${unit === undefined ? '' : ` ${unit}`}`;
    return `${row(`--${names.flag}`, doc)}\n${row('', `${names.variable}, ${value}`)}`;
  });
}

const LEFT = 34;

function row(left: string, right: string): string {
  return `  ${left.padEnd(LEFT)} ${right}`.trimEnd();
}
