import { createHash } from 'node:crypto';
import { lstat, mkdir, mkdtemp, rm } from 'node:fs/promises';
import os from 'node:os';
import path from 'node:path';
import { badDirectory } from './errors.ts';
import { giveTo } from './files.ts';
import { works, type RunAs } from './run-as.ts';

// sun_path in Linux holds 108 bytes with the final zero.
const LONGEST_SOCKET_PATH = 107;
const SOCKET_NAME = '.s.PGSQL.65535';

/**
 * A directory for the server's socket that only its user can enter: always the same for one cluster, in the temporary directory
 * of the system, since the path of a socket is short. If a stranger has taken the name, another is made.
 */
export async function makeSocketDirectory(cluster: string, as: RunAs): Promise<string> {
  const name = `madang-pg-${createHash('sha256').update(cluster).digest('hex').slice(0, 12)}`;
  for (const parent of new Set([os.tmpdir(), '/tmp'])) {
    const directory = path.join(parent, name);
    if (Buffer.byteLength(path.join(directory, SOCKET_NAME)) + '-XXXXXX'.length > LONGEST_SOCKET_PATH)
      continue;
    if (await works(as, ['test', '-x', parent])) return makePrivate(directory, as);
  }
  throw badDirectory({
    directory: os.tmpdir(),
    reason: 'cannot hold the socket of PostgreSQL: its path is too long, or closed to the user of the server',
    next: 'Set TMPDIR to a short path.',
  });
}

/** Whether only its owner, one of these users, can enter the directory. */
export async function isPrivate(
  directory: string,
  owners: readonly (number | undefined)[],
): Promise<boolean> {
  const found = await lstat(directory);
  return found.isDirectory() && owners.includes(found.uid) && (found.mode & 0o077) === 0;
}

async function makePrivate(directory: string, as: RunAs): Promise<string> {
  // What a killed server left there is in the way of the next; a stranger's directory we could not remove, or must not.
  const left = await lstat(directory).catch(() => undefined);
  const ours = left !== undefined && [process.geteuid?.(), as.owner?.uid].includes(left.uid);
  if (ours) await rm(directory, { recursive: true });
  const made = left === undefined || ours ? directory : await mkdtemp(`${directory}-`);
  if (made === directory) await mkdir(made, { mode: 0o700 });
  await giveTo(made, as);
  return made;
}
