import { readdir, readFile, rm } from 'node:fs/promises';
import path from 'node:path';
import { identify, isAlive, type ProcessIdentity } from './processes.ts';

/** Says which process of ours a folder belongs to. */
export const OWNER_FILE = 'owner.json';

/** What to write into {@link OWNER_FILE} of a folder that is to be gone with this process. */
export async function ownerNote(): Promise<string> {
  return JSON.stringify((await identify(process.pid)) ?? null);
}

export interface AbandonedTerms {
  /** Folder that they are in. */
  readonly parent: string;
  /** By which their names begin. */
  readonly prefix: string;
  /** Ends what still runs from a folder before it is removed. */
  readonly end?: (folder: string) => Promise<void>;
}

/** Removes the folders whose owner was killed; those of runs under way are left alone. Gives the folders that were removed. */
export async function removeAbandoned({ parent, prefix, end }: AbandonedTerms): Promise<readonly string[]> {
  const names = await readdir(parent);
  const removed: string[] = [];
  for (const name of names.filter((one) => one.startsWith(prefix))) {
    const folder = path.join(parent, name);
    const owner = await ownerOf(folder);
    if (owner === undefined || (await isAlive(owner))) continue;
    await end?.(folder);
    await rm(folder, { recursive: true, force: true });
    removed.push(folder);
  }
  return removed;
}

/** Who made the folder; undefined when that is not written there (yet), or not for us to read. */
async function ownerOf(folder: string): Promise<ProcessIdentity | undefined> {
  try {
    const text = await readFile(path.join(folder, OWNER_FILE), 'utf8');
    return (JSON.parse(text) as ProcessIdentity | null) ?? undefined;
  } catch {
    return undefined;
  }
}
