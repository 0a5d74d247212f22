import { cpSync, mkdirSync, mkdtempSync, rmSync, utimesSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterAll, beforeEach, expect, it } from 'vitest';
import { releaseOf } from './release.ts';

const root = mkdtempSync(join(tmpdir(), 'madang-release-'));
const folder = join(root, 'here');
afterAll(() => rmSync(root, { recursive: true }));

beforeEach(() => {
  rmSync(folder, { recursive: true, force: true });
  mkdirSync(join(folder, 'src', 'inner'), { recursive: true });
  writeFileSync(join(folder, 'src', 'page.tsx'), 'one');
  writeFileSync(join(folder, 'src', 'inner', 'style.css'), 'two');
});

it('is the same for the same sources, on another machine and at another time', () => {
  const copy = join(root, 'there');
  cpSync(folder, copy, { recursive: true });
  utimesSync(join(copy, 'src', 'page.tsx'), 1, 1);
  expect(releaseOf([copy])).toBe(releaseOf([folder]));
});

it('changes with a file’s text, its name, and its being there', () => {
  const names = [releaseOf([folder])];
  writeFileSync(join(folder, 'src', 'page.tsx'), 'ome');
  names.push(releaseOf([folder]));
  writeFileSync(join(folder, 'src', 'more.ts'), '');
  names.push(releaseOf([folder]));
  rmSync(join(folder, 'src', 'inner'), { recursive: true });
  names.push(releaseOf([folder]));
  expect(new Set(names).size).toBe(4);
});

it('does not look at tests, packages, recordings and files that shape no page', () => {
  const before = releaseOf([folder]);
  for (const name of ['page.test.ts', 'README.md', 'data.json', '.hidden.ts'])
    writeFileSync(join(folder, 'src', name), 'x');
  for (const name of ['node_modules', 'recordings', 'test']) {
    mkdirSync(join(folder, name));
    writeFileSync(join(folder, name, 'a.ts'), 'x');
  }
  expect(releaseOf([folder])).toBe(before);
});
