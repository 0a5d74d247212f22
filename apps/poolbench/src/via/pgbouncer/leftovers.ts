import { readFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { setTimeout as sleep } from 'node:timers/promises';
import { removeAbandoned } from '../../owned-folder/owned-folder.ts';
import { commandOf, identify, isAlive } from '../../owned-folder/processes.ts';
import { filesIn, PREFIX } from './workplace.ts';

const POLL_MS = 20;

/**
 * Ends the PgBouncers, and removes the folders, of runs that were killed; those of runs under way are left alone. Gives the folders that
 * were removed.
 *
 * @param parent where they are; the system's folder for temporary files unless given
 */
export async function cleanUpAfterKilled(parent = tmpdir()): Promise<readonly string[]> {
  return removeAbandoned({ parent, prefix: PREFIX, end: endPgBouncerOf });
}

async function endPgBouncerOf(folder: string): Promise<void> {
  const files = filesIn(folder);
  const pid = Number(await readFile(files.pid, 'utf8').catch(() => ''));
  // A number may by now be somebody else's: only who was started with the settings in this folder is ours.
  const running =
    pid > 0 && (await commandOf(pid)).includes(files.settings) ? await identify(pid) : undefined;
  if (running === undefined) return;
  process.kill(pid, 'SIGKILL');
  while (await isAlive(running)) await sleep(POLL_MS);
}
