import { mkdtemp, rm, writeFile } from 'node:fs/promises';
import os from 'node:os';
import path from 'node:path';
import { pathToFileURL } from 'node:url';
import { afterEach, beforeEach, expect, it } from 'vitest';
import { readMigrations } from './files.ts';

let folder: string;
beforeEach(async () => {
  folder = await mkdtemp(path.join(os.tmpdir(), 'migrations 마당-'));
});
afterEach(() => rm(folder, { recursive: true }));

const write = async (files: Readonly<Record<string, string>>): Promise<void> => {
  for (const [name, text] of Object.entries(files)) await writeFile(path.join(folder, name), text);
};

it('reads numbered files in order and nothing else', async () => {
  await write({ '0002_second_step.sql': 'select 2;', '0001_first.sql': 'select 1;', 'README.md': '' });
  const expected = [
    { number: 1, name: 'first', text: 'select 1;' },
    { number: 2, name: 'second_step', text: 'select 2;' },
  ];
  expect(await readMigrations(folder)).toMatchObject(expected);
  expect(await readMigrations(pathToFileURL(folder))).toMatchObject(expected);
});

it('gives a file the same checksum whatever its line ends', async () => {
  await write({ '0001_a.sql': 'select 1;\nselect 2;\n' });
  const [unix] = await readMigrations(folder);
  await write({ '0001_a.sql': 'select 1;\r\nselect 2;\r\n' });
  const [windows] = await readMigrations(folder);
  await write({ '0001_a.sql': 'select 1;\nselect 3;\n' });
  const [changed] = await readMigrations(folder);
  expect(windows?.checksum).toBe(unix?.checksum);
  expect(changed?.checksum).not.toBe(unix?.checksum);
});

it.each([
  ['a name without a number', { 'first.sql': '' }, /first\.sql/],
  ['a gap', { '0001_a.sql': '', '0003_c.sql': '' }, /0003_c\.sql.*number 2/],
  ['a number used twice', { '0001_a.sql': '', '0001_b.sql': '' }, /0001_b\.sql.*number 2/],
  ['capitals', { '0001_First.sql': '' }, /0001_First\.sql/],
])('refuses %s', async (_, files, reason) => {
  await write(files);
  await expect(readMigrations(folder)).rejects.toMatchObject({
    code: 'PG_MIGRATION_FILE',
    message: expect.stringMatching(reason) as string,
  });
});
