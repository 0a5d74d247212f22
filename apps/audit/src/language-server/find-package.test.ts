import { mkdirSync, mkdtempSync, realpathSync, rmSync, symlinkSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { dirname, join } from 'node:path';
import { afterEach, beforeEach, describe, expect, it } from 'vitest';
import { findPackage } from './find-package.ts';
import { READ_LIMITS, readFolder } from './read-folder.ts';

let top: string;
beforeEach(() => {
  top = realpathSync(mkdtempSync(join(tmpdir(), 'madang-find-')));
});
afterEach(() => {
  rmSync(top, { recursive: true });
});

function write(path: string, text = ''): string {
  const file = join(top, path);
  mkdirSync(dirname(file), { recursive: true });
  writeFileSync(file, text);
  return file;
}
const SCORE = '{"main_module": "a", "main_score": "A"}';

describe('the package of a file', () => {
  it('is the nearest folder with the package.json of a SCORE', async () => {
    write('package.json', SCORE);
    write('a/package.json', SCORE);
    expect(await findPackage(write('a/b/c.py'))).toEqual({ folder: join(top, 'a'), isPackage: true });
  });

  it('is not the npm package around it, but one that cannot be read yet', async () => {
    write('package.json', '{"private": true, "scripts": {}}');
    expect((await findPackage(write('a/c.py'))).isPackage).toBe(false);
    write('a/package.json', '{"main_mod');
    expect(await findPackage(write('a/c.py'))).toEqual({ folder: join(top, 'a'), isPackage: true });
  });

  it('is a library otherwise: the outermost folder with an __init__.py, or the one it lies in', async () => {
    expect(await findPackage(write('x/lone.py'))).toEqual({ folder: join(top, 'x'), isPackage: false });
    write('x/lib/__init__.py');
    write('x/lib/deep/__init__.py');
    expect((await findPackage(write('x/lib/deep/c.py'))).folder).toBe(join(top, 'x/lib'));
  });
});

describe('what is read of it', () => {
  const pathsOf = async (isPackage: boolean) =>
    [...(await readFolder({ folder: top, isPackage })).files.keys()].toSorted();

  it('is Python and package.json, without what no package brings along, and no link', async () => {
    for (const path of ['a.py', 'b/c.py', '.git/d.py', 'node_modules/e.py', 'readme.md', 'package.json'])
      write(path);
    symlinkSync(write('b/target.py'), join(top, 'link.py'));
    expect(await pathsOf(true)).toEqual(['a.py', 'b/c.py', 'b/target.py', 'package.json']);
  });

  it('stops at other packages, if it is a library', async () => {
    write('a.py');
    write('score/package.json', SCORE);
    write('score/b.py');
    expect(await pathsOf(false)).toEqual(['a.py']);
    expect(await pathsOf(true)).toEqual(['a.py', 'score/b.py', 'score/package.json']);
  });

  it('is the same bytes as before where nothing changed', async () => {
    write('a.py', 'x = 1');
    write('b.py', 'x = 1');
    const before = (await readFolder({ folder: top, isPackage: true })).files;
    write('b.py', 'x = 2');
    const { files } = await readFolder({ folder: top, isPackage: true }, before);
    expect([files.get('a.py') === before.get('a.py'), files.get('b.py') === before.get('b.py')]).toEqual([
      true,
      false,
    ]);
  });

  it('is bounded, and the nearest files come first', async () => {
    for (let count = 0; count < READ_LIMITS.files + 5; count += 1) write(`deep/f${count}.py`);
    write('z.py');
    const { files, cut } = await readFolder({ folder: top, isPackage: false });
    expect([files.size, files.has('z.py'), cut]).toEqual([READ_LIMITS.files, true, true]);
  });
});
