import { namesOf, shownOf, type SettingsDefinition } from '@madang/config';
import type { System } from '../define-system.ts';
import { houseSettings } from '../roles/house-settings.ts';
import type { Role } from '../roles/role.ts';
import type { House } from './house.ts';
import type { Verb } from './verb.ts';

/** The help of the house, of one system, or of one verb. */
export function helpOf(
  house: House,
  system: System | null,
  verb: Verb | null,
  roles: readonly Role[],
): string {
  if (verb !== null && system !== null) return verbHelp(system, verb);
  const prefix = system === null ? '' : `${system.name} `;
  const definitions = [
    houseSettings,
    ...(system?.settings === undefined ? [] : [system.settings]),
    ...roles.flatMap((role) => role.settings ?? []),
  ];
  return [
    system === null
      ? 'Madang: small back-end systems around one courtyard.'
      : `${system.title.en}: ${system.summary.en}`,
    '',
    'Commands',
    row(`./madang ${prefix}serve`, 'start everything under one supervisor (--role NAME: one role alone)'),
    row(`./madang ${prefix}migrate`, 'bring the schemas of the database up to date'),
    row(`./madang ${prefix}config print`, 'every setting with its value and source (--json)'),
    row(`./madang ${prefix}doctor`, 'look at the database and its schemas (--json)'),
    ...(system === null
      ? house.systems.map(({ name, summary }) => row(`./madang ${name} …`, summary.en))
      : []),
    ...(system?.verbs ?? []).map(({ name, summary }) => row(`./madang ${prefix}${name}`, summary)),
    '',
    'Examples',
    '  npm start',
    '  npm start -- --port 8080 --data /var/lib/madang',
    '  npm start -- --node https://ctz.example.org/api/v3',
    `  ./madang ${prefix}serve --role http --database-url postgres://…`,
    '',
    'Settings (flag, variable, default). A file madang.config.yaml may name them, too; --config FILE names another.',
    ...[...new Set(definitions)].flatMap(settingRows),
    '',
  ].join('\n');
}

function verbHelp(system: System, verb: Verb): string {
  const flags = Object.entries(verb.flags ?? {}).map(([name, doc]) => row(`--${name}`, doc));
  const examples = verb.examples.map((example) => `  ./madang ${system.name} ${example}`);
  return [
    `./madang ${system.name} ${verb.name}: ${verb.summary}`,
    '',
    ...flags,
    'Examples',
    ...examples,
    '',
  ].join('\n');
}

function settingRows({ system, settings }: SettingsDefinition): string[] {
  return Object.entries(settings).map(([name, { fallback, doc, unit }]) => {
    const names = namesOf(system, name);
    const value =
      fallback === null ? 'not set' : `${shownOf(fallback)}${unit === undefined ? '' : ` ${unit}`}`;
    return `${row(`--${names.flag}`, doc)}\n${row('', `${names.variable}, ${value}`)}`;
  });
}

function row(left: string, right: string): string {
  return `  ${left.padEnd(30)} ${right}`.trimEnd();
}
