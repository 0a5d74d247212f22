import { chmod, mkdtemp, readdir, rm } from 'node:fs/promises';
import os from 'node:os';
import path from 'node:path';
import { execFileSync } from 'node:child_process';
import { createLogger } from '@madang/telemetry';
import { openDatabase, type Database } from '@madang/pg';
import type { EmbeddedSettings } from '@madang/pg/embedded';

/** What no test needs: safety of files against a power cut. */
export const FAST = { fsync: 'off', full_page_writes: 'off', shared_buffers: '16MB' };
export const silent = createLogger({ level: 'silent' });

/** Settings for a server in a directory. */
export function settingsFor(dataDir: string, more: Partial<EmbeddedSettings> = {}): EmbeddedSettings {
  return { dataDir, log: silent, settings: FAST, ...more };
}

/** An empty directory that any user can enter, with a name that is hard on programs. */
export async function makeWorkplace(): Promise<{ directory: string; remove: () => Promise<void> }> {
  const directory = await mkdtemp(path.join(os.tmpdir(), "마당 it's 100% #1-"));
  await chmod(directory, 0o777);
  return { directory, remove: () => rm(directory, { recursive: true, force: true }) };
}

/** Opens the database, uses it, and closes it. */
export async function using<T>(url: string, use: (database: Database) => Promise<T>): Promise<T> {
  const database = openDatabase({ url, maxConnections: 2 });
  try {
    return await use(database);
  } finally {
    await database.close();
  }
}

/** Every path below a directory, for comparing before and after. */
export async function allPaths(directory: string): Promise<readonly string[]> {
  return (await readdir(directory, { recursive: true })).sort();
}

/** Whether a command runs and ends well. */
export function canRun(...[file, ...args]: readonly [string, ...string[]]): boolean {
  try {
    execFileSync(file, args, { stdio: 'ignore' });
    return true;
  } catch {
    return false;
  }
}

export const isRoot = process.geteuid?.() === 0;
