import type { Dirent } from 'node:fs';
import { readdir, readFile, stat } from 'node:fs/promises';
import { join } from 'node:path';
import type { PackageFolder } from './find-package.ts';

/** What is read of the package around an open file. A library may be somebody's home. */
export const READ_LIMITS = { files: 1000, entries: 20_000, totalBytes: 16 * 1024 * 1024 } as const;

/** Files by their path from the folder, with `/`. */
export interface FolderContent {
  readonly files: ReadonlyMap<string, Uint8Array>;
  /** Something was left out, since there was too much. */
  readonly cut: boolean;
}

/** Folders that no package brings along. */
const PASSED_OVER = new Set(['node_modules', '__pycache__', '__MACOSX', 'venv']);

/**
 * The Python files of a folder and its `package.json`, the nearest first. Links are not followed. In a library, a folder with a
 * `package.json` of its own is a package of its own. What was read before and has not changed keeps its bytes.
 */
export async function readFolder(
  { folder, isPackage }: PackageFolder,
  before: ReadonlyMap<string, Uint8Array> = new Map(),
): Promise<FolderContent> {
  const files = new Map<string, Uint8Array>();
  const waiting = [''];
  let [entries, total] = [0, 0];
  for (let prefix = waiting.shift(); prefix !== undefined; prefix = waiting.shift()) {
    const found = await entriesOf(join(folder, prefix));
    if (prefix !== '' && !isPackage && found.some(({ name }) => name === 'package.json')) continue;
    for (const entry of found) {
      entries += 1;
      const path = prefix + entry.name;
      if (entry.isDirectory() && isWantedFolder(entry.name)) waiting.push(`${path}/`);
      if (!entry.isFile() || !isWantedFile(entry.name)) continue;
      total += await sizeOf(join(folder, path));
      if (files.size >= READ_LIMITS.files || total > READ_LIMITS.totalBytes) return { files, cut: true };
      const bytes = await readFile(join(folder, path)).catch(() => undefined);
      if (bytes !== undefined) files.set(path, kept(before.get(path), bytes));
    }
    if (entries > READ_LIMITS.entries) return { files, cut: true };
  }
  return { files, cut: false };
}

const kept = (before: Uint8Array | undefined, bytes: Buffer): Uint8Array =>
  before !== undefined && bytes.equals(before) ? before : new Uint8Array(bytes);

const isWantedFolder = (name: string) => !name.startsWith('.') && !PASSED_OVER.has(name);

const isWantedFile = (name: string) =>
  !name.startsWith('.') && (name.endsWith('.py') || name === 'package.json');

async function entriesOf(folder: string): Promise<Dirent[]> {
  const entries = await readdir(folder, { withFileTypes: true }).catch(() => []);
  return entries.toSorted((left, right) => (left.name < right.name ? -1 : 1));
}

const sizeOf = async (path: string): Promise<number> => (await stat(path).catch(() => undefined))?.size ?? 0;
