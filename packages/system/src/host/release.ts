import { createHash } from 'node:crypto';
import { readdirSync, readFileSync, type Dirent } from 'node:fs';
import { join } from 'node:path';

const SHAPES_PAGES = /\.(tsx?|css|js|svg)$/;
const SHAPES_NOTHING = /^(node_modules|recordings|test|\..*)$|\.test\.tsx?$/;

/**
 * Names the code that runs, so that what it draws is never taken for what another release drew: a digest of the sources
 * below these folders. The same sources on another machine have the same name.
 */
export function releaseOf(folders: readonly string[]): string {
  const hash = createHash('sha256');
  for (const folder of folders)
    for (const file of filesBelow(folder)) hash.update(`${file}\n`).update(readFileSync(join(folder, file)));
  return hash.digest('base64url').slice(0, 10);
}

function filesBelow(folder: string, inside = ''): string[] {
  const entries = readdirSync(join(folder, inside), { withFileTypes: true })
    .filter(({ name }) => !SHAPES_NOTHING.test(name))
    .sort(byName);
  return entries.flatMap((entry) => {
    const path = join(inside, entry.name);
    if (entry.isDirectory()) return filesBelow(folder, path);
    return SHAPES_PAGES.test(entry.name) ? [path] : [];
  });
}

function byName(a: Dirent, b: Dirent): number {
  return a.name < b.name ? -1 : 1;
}
