import { chown, mkdtemp, readFile, rm, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import path from 'node:path';
import { noUser } from './errors.ts';
import type { Files } from './configuration.ts';
import { OWNER_FILE, ownerNote } from '../../owned-folder/owned-folder.ts';

/** By this its folders are known, also to the next run. */
export const PREFIX = 'madang-pgbouncer-';

/** A folder for one PgBouncer, which its user and root alone can enter. */
export interface Workplace {
  readonly folder: string;
  readonly files: Files;
  /** Who PgBouncer runs as; undefined for ourselves. */
  readonly user: User | undefined;
  /** Writes a file that its user and root alone can read. */
  write(file: string, text: string): Promise<void>;
  remove(): Promise<void>;
}

export interface User {
  readonly uid: number;
  readonly gid: number;
}

export async function makeWorkplace(parent = tmpdir()): Promise<Workplace> {
  const user = await chooseUser(parent);
  const folder = await mkdtemp(path.join(parent, PREFIX));
  const give = async (file: string): Promise<void> => {
    if (user !== undefined) await chown(file, user.uid, user.gid);
  };
  const write = async (file: string, text: string): Promise<void> => {
    await writeFile(file, text, { mode: 0o600 });
    await give(file);
  };
  await write(path.join(folder, OWNER_FILE), await ownerNote());
  await give(folder);
  return {
    folder,
    files: filesIn(folder),
    user,
    write,
    remove: () => rm(folder, { recursive: true, force: true }),
  };
}

export function filesIn(folder: string): Files {
  const at = (name: string): string => path.join(folder, name);
  return {
    settings: at('pgbouncer.ini'),
    users: at('users.txt'),
    log: at('pgbouncer.log'),
    pid: at('pgbouncer.pid'),
    authority: at('authority.pem'),
  };
}

/** Root, as whom PgBouncer does not run, has `nobody`. */
async function chooseUser(folder: string): Promise<User | undefined> {
  if (process.geteuid?.() !== 0) return undefined;
  const users = await readFile('/etc/passwd', 'utf8').catch(() => '');
  const [, uid, gid] = /^nobody:[^:]*:(\d+):(\d+):/m.exec(users) ?? [];
  if (uid === undefined) throw noUser({ folder });
  return { uid: Number(uid), gid: Number(gid) };
}
