import { readdirSync } from 'node:fs';
import { expect, it } from 'vitest';
import { rules } from './index.ts';

const folders = readdirSync(import.meta.dirname, { withFileTypes: true })
  .filter((entry) => entry.isDirectory())
  .map(({ name }) => name);

it('lists the rule of every folder, under the id and name of the folder', () => {
  expect(rules.map(({ id, name }) => `${id}-${name}`)).toEqual(folders.toSorted());
});

it.each(folders)('%s has its words, a page in both languages, and samples', (folder) => {
  const files = readdirSync(`${import.meta.dirname}/${folder}`);
  expect(files).toEqual(expect.arrayContaining(['rule.ts', 'words.ts', 'doc.en.md', 'doc.ko.md']));
  expect(files.some((file) => file.startsWith('bad'))).toBe(true);
  expect(files.some((file) => file.startsWith('good'))).toBe(true);
});
