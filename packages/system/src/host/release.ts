import { createHash } from 'node:crypto';
import { readdirSync, statSync } from 'node:fs';
import { join } from 'node:path';

/**
 * Names the code that runs, so that what it draws is never taken for what another release drew: a digest of the names,
 * sizes and times of the sources beside and above this file's package.
 */
export const RELEASE = digestOf([
  join(import.meta.dirname, '../../..'),
  join(import.meta.dirname, '../../../../apps'),
]);

function digestOf(folders: readonly string[]): string {
  const hash = createHash('sha256');
  for (const folder of folders) visit(folder);
  return hash.digest('base64url').slice(0, 10);

  function visit(folder: string): void {
    for (const entry of readdirSync(folder, { withFileTypes: true }).sort((a, b) =>
      a.name < b.name ? -1 : 1,
    )) {
      if (entry.name === 'node_modules' || entry.name === 'recordings' || entry.name === 'test') continue;
      const path = join(folder, entry.name);
      if (entry.isDirectory()) visit(path);
      else if (/\.(tsx?|css|js)$/.test(entry.name))
        hash.update(`${path} ${statSync(path).size} ${statSync(path).mtimeMs}\n`);
    }
  }
}
