import { isObject, type JsonObject } from '../fields.ts';
import { openDirectory } from './directory.ts';
import { checkDistinct, checkEntry, pathOf } from './entry-check.ts';
import { checkSizes } from './limits.ts';
import { readEntry } from './read-entry.ts';

/** A file of a contract's archive. */
export interface ArchiveFile {
  /** From the top of the archive, with slashes. */
  readonly path: string;
  readonly bytes: Uint8Array;
  /** The same as text; null when it is not UTF-8 or holds a zero byte. */
  readonly text: string | null;
}

/** A contract's archive, opened. */
export interface Archive {
  /** In the order of the archive, without what nodes leave out. */
  readonly files: readonly ArchiveFile[];
  /** The contract's folder, `token/`, or '' when it is at the top: where the first package.json is. Null without one (Java). */
  readonly root: string | null;
  /** The content of that package.json; null without one, or when it is not a JSON object. */
  readonly packageJson: JsonObject | null;
}

const LEFT_OUT = ['__MACOSX', '__pycache__'];
const PACKAGE_JSON = 'package.json';
const UTF8 = new TextDecoder('utf-8', { fatal: true, ignoreBOM: true });

/**
 * Opens the archive of a contract (the content of a deploy transaction; its SHA3-256 is the contract's code hash) in memory.
 * Archives come from strangers: one that is larger than nodes accept, that reaches outside or that could be read in two ways is
 * refused as a whole (ICON_ARCHIVE_TOO_LARGE, ICON_ARCHIVE_UNSAFE, ICON_ARCHIVE_DAMAGED), before anything is inflated where that
 * can be known.
 *
 * ```ts
 * const { files, root, packageJson } = await readArchive(zip);
 * ```
 */
export async function readArchive(zip: Uint8Array): Promise<Archive> {
  const { zipFile, entries } = await openDirectory(Buffer.from(zip.buffer, zip.byteOffset, zip.byteLength));
  const listed = entries.map((entry) => ({ path: pathOf(entry), entry }));
  for (const { path, entry } of listed) checkEntry(path, entry);
  checkDistinct(listed.map(({ path }) => path));
  const kept = listed.filter(({ path }) => !path.endsWith('/') && !isLeftOut(path));
  checkSizes(kept);
  const files: ArchiveFile[] = [];
  for (const { path, entry } of kept) {
    const bytes = await readEntry(zipFile, path, entry);
    files.push({ path, bytes, text: textOf(bytes) });
  }
  return { files, ...packageOf(files) };
}

function isLeftOut(path: string): boolean {
  return path.split('/').some((part) => LEFT_OUT.includes(part));
}

function textOf(bytes: Uint8Array): string | null {
  if (bytes.includes(0)) return null;
  try {
    return UTF8.decode(bytes);
  } catch {
    return null;
  }
}

function packageOf(files: readonly ArchiveFile[]): Pick<Archive, 'root' | 'packageJson'> {
  const file = files.find(({ path }) => path.split('/').at(-1) === PACKAGE_JSON);
  if (file === undefined) return { root: null, packageJson: null };
  return { root: file.path.slice(0, -PACKAGE_JSON.length), packageJson: jsonObject(file.text) };
}

function jsonObject(text: string | null): JsonObject | null {
  try {
    const value: unknown = JSON.parse(text ?? '');
    return isObject(value) ? value : null;
  } catch {
    return null;
  }
}
