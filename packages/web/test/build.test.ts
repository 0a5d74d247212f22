import { mkdir, mkdtemp, readdir, readFile, realpath, rm, utimes, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterAll, beforeEach, describe, expect, it } from 'vitest';
import { buildIslands } from '../../../tools/build.mjs';
import { islandsOf } from '../src/assets.ts';

const AN_HOUR_AGO = new Date(Date.now() - 3_600_000);
const folders: string[] = [];

async function write(root: string, path: string, content: string): Promise<void> {
  const file = join(root, path);
  await mkdir(join(file, '..'), { recursive: true });
  await writeFile(file, content);
  // A file that is newer than the build would be built again.
  await utimes(file, AN_HOUR_AGO, AN_HOUR_AGO);
}

describe('buildIslands', () => {
  let root: string;
  beforeEach(async () => {
    root = await realpath(await mkdtemp(join(tmpdir(), 'islands 마당-')));
    folders.push(root);
    await write(
      root,
      'apps/one/web/islands.ts',
      `import { word } from '../src/word.ts'; document.title = word;`,
    );
    await write(root, 'apps/one/src/word.ts', `export const word: string = 'first';`);
    await write(root, 'apps/two/src/index.ts', `export const nothing = 0;`);
  });
  afterAll(() => Promise.all(folders.map((folder) => rm(folder, { recursive: true }))));

  const files = (): Promise<string[]> => readdir(join(root, 'apps/one/web/dist/files'));

  it('builds each workspace that has islands, once', async () => {
    expect(await buildIslands({ root })).toEqual(['apps/one']);
    expect(await buildIslands({ root })).toEqual([]);
  });

  it('builds again when a file that went in has changed, under another name', async () => {
    await buildIslands({ root });
    await write(root, 'apps/one/src/word.ts', `export const word: string = 'second';`);
    expect(await buildIslands({ root })).toEqual(['apps/one']);
    const [script = ''] = islandsOf('one', join(root, 'apps/one'))?.scripts ?? [];
    const built = await readFile(
      join(root, 'apps/one/web/dist/files', script.replace('/assets/one/', '')),
      'utf8',
    );
    expect(built).toContain('second');
    expect(await files()).toHaveLength(2);
  });

  it('builds again when what was built is gone', async () => {
    await buildIslands({ root });
    for (const name of await files()) await rm(join(root, 'apps/one/web/dist/files', name));
    expect(await buildIslands({ root })).toEqual(['apps/one']);
  });

  it('can run twice at once', async () => {
    await Promise.all([buildIslands({ root }), buildIslands({ root })]);
    expect(await files()).toHaveLength(1);
    expect(await buildIslands({ root })).toEqual([]);
  });

  it('says which file cannot be built', async () => {
    await write(root, 'apps/one/src/word.ts', `export const word: string = ;`);
    await expect(buildIslands({ root })).rejects.toThrow(/word\.ts/);
  });

  it('is asked for by a host that finds islands which were not built', () => {
    expect(() => islandsOf('one', join(root, 'apps/one'))).toThrow('npm run build');
  });
});
