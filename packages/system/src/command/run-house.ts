import cluster from 'node:cluster';
import { waitForBegin } from '../supervisor/begin.ts';
import { COMMANDS } from './commands.ts';
import type { House } from './command.ts';
import { runCommand } from './run-command.ts';
import { ownSurroundings } from './surroundings.ts';

/** Runs the command line of this process and returns its exit code. */
export async function runHouse(house: Omit<House, 'commands'>, argv: readonly string[]): Promise<number> {
  try {
    const own = ownSurroundings();
    const isRole = argv.includes('--supervised') && cluster.isPrimary && process.connected;
    const given = isRole ? await waitForBegin() : {};
    return await runCommand({ ...house, commands: COMMANDS }, argv, {
      ...own,
      environment: { ...own.environment, ...given },
    });
  } finally {
    hangUp();
  }
}

// The channel to the one who started this process would keep it alive. A worker that lost it would end with code 0.
function hangUp(): void {
  if (cluster.worker !== undefined) cluster.worker.disconnect();
  else if (process.connected) process.disconnect();
}
