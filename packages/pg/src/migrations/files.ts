import { defineError } from '@madang/errors';
import { createHash } from 'node:crypto';
import { readdir, readFile } from 'node:fs/promises';
import path from 'node:path';
import { fileURLToPath } from 'node:url';

/** One step of a schema's history: `0001_blocks.sql` is number 1, named `blocks`. */
export interface Migration {
  readonly number: number;
  readonly name: string;
  readonly text: string;
  /** SHA-256 of the text, in hex. Line ends do not count, since Git may change them. */
  readonly checksum: string;
}

export const badMigrationFile = defineError<{ folder: string; file: string; reason: string }>({
  code: 'PG_MIGRATION_FILE',
  status: 500,
  retry: 'never',
  message: ({ folder, file, reason }) =>
    `${path.join(folder, file)} is no migration: ${reason}. Files are named 0001_what.sql, 0002_what.sql and so on, without gaps.`,
});

const FILE_NAME = /^(\d{4})_([a-z0-9_]+)\.sql$/;

/** The migrations of a folder in their order. Throws PG_MIGRATION_FILE for a wrong name, a gap or a number used twice. */
export async function readMigrations(folder: string | URL): Promise<readonly Migration[]> {
  const directory = typeof folder === 'string' ? folder : fileURLToPath(folder);
  const files = (await readdir(directory)).filter((file) => file.endsWith('.sql')).sort();
  return Promise.all(files.map((file, index) => readMigration(directory, file, index + 1)));
}

async function readMigration(folder: string, file: string, expected: number): Promise<Migration> {
  const match = FILE_NAME.exec(file);
  if (match === null) throw badMigrationFile({ folder, file, reason: 'its name is not understood' });
  const number = Number(match[1]);
  if (number !== expected)
    throw badMigrationFile({ folder, file, reason: `number ${expected} should come here` });
  const text = (await readFile(path.join(folder, file), 'utf8')).replaceAll('\r\n', '\n');
  return { number, name: match[2] ?? '', text, checksum: createHash('sha256').update(text).digest('hex') };
}
