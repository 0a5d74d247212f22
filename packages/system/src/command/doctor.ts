import { existsSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import type { ResolvedSettings } from '@madang/config';
import { EXIT, printable } from '@madang/errors';
import { describeSchema, type Database } from '@madang/pg';
import type { System } from '../define-system.ts';
import { migrationsOf } from '../host/migrate-systems.ts';
import { houseSettings } from '../roles/house-settings.ts';
import type { Command } from './command.ts';
import { withDatabase } from './with-database.ts';

interface Diagnosis {
  readonly system: string;
  readonly healthy: boolean;
  readonly finding: string;
}

/** `doctor`: compares the live schemas with the ones this code expects. Exit code 1 when one differs. */
export const doctor: Command = {
  name: 'doctor',
  summary: 'compare the schemas of the database with what this code expects',
  examples: ['doctor', 'doctor --json'],
  switches: { json: 'For programs.' },
  async run({ settings, log, systems, flags, surroundings: { print } }) {
    // A doctor makes nothing, so it does not make a database either.
    const diagnoses = hasDatabase(settings)
      ? await withDatabase(settings, log, (database) =>
          Promise.all(systems.map((system) => examine(database, system))),
        )
      : systems.map(({ name }) =>
          finding(name, `there is no database in ${settings.of(houseSettings).data} yet`),
        );
    if (flags.has('json')) print(`${JSON.stringify(diagnoses, null, 2)}\n`);
    else
      for (const { system, healthy, finding } of diagnoses)
        print(`${healthy ? '✓' : '✕'} ${system}: ${printable(finding)}\n`);
    return diagnoses.every(({ healthy }) => healthy) ? EXIT.ok : EXIT.finding;
  },
};

function hasDatabase(settings: ResolvedSettings): boolean {
  const { databaseUrl, data } = settings.of(houseSettings);
  return databaseUrl !== null || existsSync(data);
}

async function examine(database: Database, system: System): Promise<Diagnosis> {
  const { name, folder } = system;
  if (migrationsOf(system) === null)
    return { system: name, healthy: true, finding: 'it keeps nothing in the database' };
  const file = join(folder, 'schema.sql');
  if (!existsSync(file)) return finding(name, `${file} is not there; run generate`);
  const live = await describeSchema(database, name);
  const expected = readFileSync(file, 'utf8');
  if (live === expected)
    return { system: name, healthy: true, finding: 'the schema is as this code expects it' };
  if (live.trim() === '') return finding(name, 'the schema is not there yet; run migrate');
  return finding(
    name,
    `the schema differs: ${firstDifference(live, expected)}; run migrate, or mend it by hand`,
  );
}

function finding(system: string, text: string): Diagnosis {
  return { system, healthy: false, finding: text };
}

function firstDifference(live: string, expected: string): string {
  const missing = extraLine(expected, live);
  const strange = extraLine(live, expected);
  return [
    ...(strange === undefined ? [] : [`it has "${strange.trim()}"`]),
    ...(missing === undefined ? [] : [`it lacks "${missing.trim()}"`]),
  ].join(' and ');
}

function extraLine(text: string, other: string): string | undefined {
  const known = new Set(other.split('\n'));
  return text.split('\n').find((line) => !known.has(line));
}
