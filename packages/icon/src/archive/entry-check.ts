import { getFileNameLowLevel, type Entry } from 'yauzl';
import { archiveUnsafe } from './errors.ts';

const UTF8 = new TextDecoder('utf-8', { fatal: true, ignoreBOM: true });
const ENCRYPTED = 0x41;
const ZIP64_FIELD = 0x0001;
const LONGEST_PATH = 512;
const STORED = 0;
const DEFLATED = 8;
// The upper half of the attributes is a Unix mode; its first four bits say what kind of file it is.
const KINDS: ReadonlySet<number> = new Set([0, 0x4, 0x8]);

/** The path of an entry as nodes read it: UTF-8, whatever else the entry says, or code page 437 where it is not UTF-8. */
export function pathOf({ fileNameRaw }: Entry): string {
  try {
    return UTF8.decode(fileNameRaw);
  } catch {
    return getFileNameLowLevel(0, fileNameRaw, [], true);
  }
}

/** Refuses an entry that reaches outside, is no plain file or folder, or cannot be read like any other. */
export function checkEntry(path: string, entry: Entry): void {
  const problem = problemOfPath(path) ?? problemOfKind(entry);
  if (problem !== null) throw archiveUnsafe({ entry: path, problem });
}

/** Refuses two entries at one path, and an entry inside a file. `paths` of folders end with a slash. */
export function checkDistinct(paths: readonly string[]): void {
  const seen = new Set<string>();
  for (const path of paths) {
    const place = path.replace(/\/$/, '');
    if (seen.has(place)) throw archiveUnsafe({ entry: path, problem: 'is there twice' });
    seen.add(place);
  }
  const files = new Set(paths.filter((path) => !path.endsWith('/')));
  for (const path of paths) {
    if (foldersOf(path).some((folder) => files.has(folder))) {
      throw archiveUnsafe({ entry: path, problem: 'lies inside another that is a file' });
    }
  }
}

function problemOfPath(path: string): string | null {
  if (path.length > LONGEST_PATH) return `has a path of more than ${LONGEST_PATH} characters`;
  if (path.includes('\0')) return 'has a zero byte in its name';
  if (path.includes('\\')) return 'has a backslash in its name';
  if (path.startsWith('/') || /^[a-z]:/i.test(path)) return 'has an absolute path';
  const parts = path.replace(/\/$/, '').split('/');
  if (parts.includes('..')) return 'leads out of the archive';
  return parts.includes('') || parts.includes('.') ? 'has an empty part in its path' : null;
}

function problemOfKind(entry: Entry): string | null {
  if ((entry.generalPurposeBitFlag & ENCRYPTED) !== 0) return 'is encrypted';
  if (!KINDS.has(entry.externalFileAttributes >>> 28)) return 'is a link or a device, not a file';
  if (entry.extraFields.some(({ id }) => id === ZIP64_FIELD)) return 'has sizes written as zip64';
  const { compressionMethod } = entry;
  if (compressionMethod === STORED || compressionMethod === DEFLATED) return null;
  return `is compressed by method ${compressionMethod}, which nodes do not read`;
}

function foldersOf(path: string): string[] {
  const parts = path.split('/').slice(0, -1);
  return parts.map((_, i) => parts.slice(0, i + 1).join('/'));
}
