import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import { EXIT } from '@madang/errors';
import { describeSchema, type Database } from '@madang/pg';
import type { System } from '../define-system.ts';
import type { CommandContext } from './command-context.ts';
import { withDatabase } from './with-database.ts';

interface Diagnosis {
  readonly system: string;
  readonly healthy: boolean;
  readonly finding: string;
}

/** `doctor`: compares the live schemas with the ones this code expects. Exit code 1 when one differs. */
export async function doctor({ settings, log, systems, flags }: CommandContext): Promise<number> {
  const diagnoses = await withDatabase(settings, log, (database) =>
    Promise.all(systems.map((system) => examine(database, system))),
  );
  if (flags.has('json')) process.stdout.write(`${JSON.stringify(diagnoses, null, 2)}\n`);
  else
    for (const { system, healthy, finding } of diagnoses)
      process.stdout.write(`${healthy ? '✓' : '✕'} ${system}: ${finding}\n`);
  return diagnoses.every(({ healthy }) => healthy) ? EXIT.ok : EXIT.finding;
}

async function examine(database: Database, { name, folder }: System): Promise<Diagnosis> {
  const [live, expected] = [
    await describeSchema(database, name),
    readFileSync(join(folder, 'schema.sql'), 'utf8'),
  ];
  if (live === expected)
    return { system: name, healthy: true, finding: 'the schema is as this code expects it' };
  const lines = new Set(expected.split('\n'));
  const strange = live.split('\n').find((line) => !lines.has(line));
  const finding =
    live.trim() === ''
      ? 'the schema is not there yet; run migrate'
      : `the schema differs, first at: ${strange ?? 'missing lines'}`;
  return { system: name, healthy: false, finding };
}
