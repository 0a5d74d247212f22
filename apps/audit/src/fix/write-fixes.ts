import { lstat, readFile, realpath } from 'node:fs/promises';
import { dirname, join, sep } from 'node:path';
import type { InputFile } from '../domain/package/package.ts';
import { changedMeanwhile, outsideOfInput } from '../writing/errors.ts';
import { writeWhole } from '../writing/write-file.ts';

/**
 * Writes what was mended into the folder that the files came from, and gives the paths. Nothing is written when one of them is a link,
 * lies elsewhere, or is not any more what was read.
 */
export async function writeFixes(
  home: string,
  before: readonly InputFile[],
  after: readonly InputFile[],
): Promise<string[]> {
  const old = new Map(before.map((file) => [file.path, file.bytes]));
  const changed = after.filter(({ path, bytes }) => old.get(path) !== bytes);
  const top = await realpath(home);
  for (const { path } of changed) await checkFile(top, path, old.get(path));
  for (const { path, bytes } of changed) await writeWhole(join(top, path), bytes);
  return changed.map(({ path }) => path);
}

async function checkFile(top: string, path: string, read: Uint8Array | undefined): Promise<void> {
  const file = join(top, path);
  const folder = await realpath(dirname(file)).catch(() => '');
  const isInside = folder === top || folder.startsWith(top.endsWith(sep) ? top : top + sep);
  const there = await lstat(file).catch(() => undefined);
  // A folder on the way may have become a link, too.
  if (!isInside || folder !== dirname(file) || there?.isFile() !== true) throw outsideOfInput({ path });
  if (read === undefined || !(await readFile(file)).equals(read)) throw changedMeanwhile({ path });
}
