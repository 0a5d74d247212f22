import { chown, lstat, readFile, rmdir, statfs, writeFile } from 'node:fs/promises';
import path from 'node:path';
import { badDirectory, noSpace } from './errors.ts';
import type { RunAs } from './run-as.ts';
import { succeeds } from './succeeds.ts';

const MEGABYTE = 2 ** 20;

/** Writes a file that only the server's user, and root, can read. */
export async function writePrivate(file: string, text: string, as: RunAs): Promise<void> {
  await writeFile(file, text, { mode: 0o600 });
  await giveTo(file, as);
}

/** Makes the server's user the owner. */
export async function giveTo(file: string, { owner }: RunAs): Promise<void> {
  if (owner !== undefined) await chown(file, owner.uid, owner.gid);
}

/** The text of a file; undefined when there is none. */
export async function readIfPresent(file: string): Promise<string | undefined> {
  return readFile(file, 'utf8').catch((error: unknown) => {
    if (codeOf(error) !== 'ENOENT') throw error;
    return undefined;
  });
}

/** Throws PG_EMBEDDED_DISK_FULL when fewer megabytes are left. */
export async function checkSpace(directory: string, neededMegabytes: number): Promise<void> {
  const { bavail, bsize } = await statfs(directory);
  const freeMegabytes = Math.floor((bavail * bsize) / MEGABYTE);
  if (freeMegabytes < neededMegabytes) throw noSpace({ directory, freeMegabytes, neededMegabytes });
}

/** Removes empty directories from the inner one up to the outer one. */
export async function removeEmpty(inner: string, outer: string): Promise<void> {
  let directory = inner;
  while (directory.startsWith(outer) && (await succeeds(rmdir(directory))))
    directory = path.dirname(directory);
}

/** A failure of the file system on a data directory as an error that says what to do; other errors stay what they are. */
export async function explainFileError(directory: string, error: unknown): Promise<unknown> {
  const refuse = (reason: string): Error =>
    badDirectory(
      { directory, reason, next: 'Give us the right to it, or choose another data directory.' },
      error,
    );
  switch (codeOf(error)) {
    case 'EACCES':
    case 'EPERM':
      return refuse(`may not be read and written by us${await ownerOf(directory)}`);
    case 'EROFS':
      return refuse('is on a read-only disk');
    case 'ENOTDIR':
    case 'EEXIST':
      return refuse('is a file or lies below one');
    case 'ENOSPC':
      return noSpace({ directory, freeMegabytes: 0, neededMegabytes: 1 }, error);
    default:
      return error;
  }
}

async function ownerOf(directory: string): Promise<string> {
  return lstat(directory).then(
    ({ uid }) => ` (user ${process.geteuid?.() ?? 0}), but by user ${uid}`,
    () => '',
  );
}

export function codeOf(error: unknown): unknown {
  return error instanceof Error && 'code' in error ? error.code : undefined;
}
